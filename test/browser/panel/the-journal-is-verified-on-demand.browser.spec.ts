import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { PanelBrowser } from "./support/browser.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("the compliance officer verifies the chain and filters the journal by type", async () => {
  panel.api.state.role = "compliance";
  const page = await panel.open("compliance");
  await page.getByText("Not verified yet").waitFor();
  await page.getByRole("button", { name: "Verify now" }).click();
  await page.getByText("183,412 records, verified 15:42").waitFor();
  await page.getByLabel("Type of record").fill("payment.recorded");
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByRole("row").filter({ hasText: "decision.denied" }).waitFor({ state: "detached" });
  expect(await page.getByRole("row").filter({ hasText: "payment.recorded" }).count()).toBe(1);
});

test("an agent is told who can open the journal, and sees no record", async () => {
  panel.api.state.role = "agent";
  const page = await panel.open("compliance");
  await page.getByRole("heading", { name: "Only compliance and administrators read the journal" }).waitFor();
  expect(await page.getByRole("table").count()).toBe(0);
});
