import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { settledCount } from "../settled-count.js";
import { PanelBrowser } from "./support/browser.js";
import { id } from "./support/stub-data.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("today lists what Saldo could not work on, why and what to do, and an administrator has it tried again", async () => {
  const page = await panel.open("today");
  const row = page.getByRole("listitem").filter({ hasText: "a message: sending messages" });
  await row.waitFor();
  expect(await row.textContent()).toContain("what is stored sealed does not open");
  expect(await row.textContent()).toContain("Check that SALDO_MASTER_KEY is the key this was sealed with.");
  expect(await row.textContent()).toContain("Waits for you.");
  expect(await row.getByRole("link", { name: "Ana Lucía Restrepo" }).getAttribute("href")).toContain(id(3));
  await row.getByRole("button", { name: /Try again/ }).click();
  await page.getByText("It is being tried again").waitFor();
  expect(panel.api.calledWith("POST", `/api/parked/${id(701)}/retry`)).toBeDefined();
});

test("who is no administrator sees it and has no button", async () => {
  panel.api.state.role = "agent";
  const page = await panel.open("today");
  const row = page.getByRole("listitem").filter({ hasText: "a segment: refreshing segments" });
  await row.waitFor();
  expect(await settledCount(row.getByRole("button"), 0)).toBe(0);
});

test("where everything could be worked on nothing is said of it", async () => {
  panel.api.state.empty = true;
  const page = await panel.open("today");
  await page.getByText("No rule held a message back today.").waitFor();
  expect(await settledCount(page.getByText("Could not be worked on"), 0)).toBe(0);
});
