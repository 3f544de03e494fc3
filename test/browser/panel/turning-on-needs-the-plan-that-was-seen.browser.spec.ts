import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { settledCount } from "../settled-count.js";
import { PanelBrowser } from "./support/browser.js";
import { PLAN } from "./support/stub-data.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("turning on shows the plan, passes its digest, and asks to look again when it changed", async () => {
  const page = await panel.open("today");
  await page.getByRole("button", { name: "Turn on sending" }).click();
  const dialog = page.getByRole("dialog", { name: "Turn on sending to 2 debtors now?" });
  await dialog.getByRole("rowheader", { name: "Jorge Hernández Ruiz" }).waitFor();

  panel.api.state.planDigest = "another-plan";
  await dialog.getByRole("button", { name: "Turn on sending" }).click();
  await dialog.getByText("The plan has changed since it was shown. Sending stays off.").waitFor();
  expect(panel.api.calledWith("POST", "/api/account/dispatch")?.body).toEqual({ enabled: true, seenPlan: PLAN });
  expect(panel.api.state.enabled).toBe(false);

  await dialog.getByRole("button", { name: "Show the new plan" }).click();
  await dialog.getByRole("button", { name: "Turn on sending" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.locator("header").getByText("Sending is on").waitFor();
  expect(panel.api.calledWith("POST", "/api/account/dispatch")?.body).toEqual({ enabled: true, seenPlan: "another-plan" });
});

test("on a day on which nothing may go out nobody is told that messages leave now", async () => {
  Object.assign(panel.api.state, { enabled: false, counts: { allowed: 0, later: 3 } });
  const page = await panel.open("today");
  await page.getByRole("button", { name: "Turn on sending" }).click();
  const dialog = page.getByRole("dialog", { name: "Turn on sending?" });
  await dialog.getByText(/^Nothing leaves now: .* The first message may leave Thu\s26\sNov, 07:00/).waitFor();
  await dialog.getByRole("button", { name: "Turn on sending" }).click();
  await page.getByText(/^The first message may leave Thu\s26\sNov, 07:00\.$/).waitFor();
  Object.assign(panel.api.state, { counts: {} });
});

test("an agent sees that sending is off, without the switch", async () => {
  panel.api.state.role = "agent";
  panel.api.state.enabled = false;
  const page = await panel.open("today");
  await page.getByText("Sending is off").first().waitFor();
  expect(await settledCount(page.getByRole("button", { name: "Turn on sending" }), 0)).toBe(0);
  expect(await settledCount(page.getByRole("link", { name: "Compliance" }), 0)).toBe(0);
});
