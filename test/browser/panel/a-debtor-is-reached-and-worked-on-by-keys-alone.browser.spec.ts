import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { settledCount } from "../settled-count.js";
import { PanelBrowser } from "./support/browser.js";
import { MARISOL } from "./support/stub-data.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("Ctrl K finds debtors, pages and actions in that order, and Enter goes there", async () => {
  const page = await panel.open("today");
  await page.getByRole("heading", { name: "Today" }).waitFor();
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Go to or do" });
  await palette.getByRole("option", { name: "Payments" }).waitFor();
  await page.keyboard.type("mari");
  await palette.getByRole("option").filter({ hasText: "Marisol" }).first().waitFor();
  expect(await settledCount(palette.getByRole("option", { name: "Payments" }), 0)).toBe(0);
  await palette.locator("[data-highlighted]").filter({ hasText: "Marisol" }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/debtors\/[0-9a-f-]{36}/);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("cad");
  // Debtors who come a moment later do not push away what was about to be chosen.
  await page.locator("[data-highlighted]").filter({ hasText: "Cadences" }).waitFor();
  await page.getByRole("option").filter({ hasText: "Marisol" }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/cadences$/);
  await page.context().close();
});

test("letters act on the open debtor, and are letters while somebody types", async () => {
  const page = await panel.open(`debtors/${MARISOL}`);
  await page.getByRole("heading", { level: 1, name: /Marisol/ }).waitFor();
  await page.keyboard.press("h");
  const hold = page.getByRole("dialog", { name: /Marisol/ });
  await hold.getByLabel("Why everything is held without an end").fill("phm");
  expect(await settledCount(page.getByRole("dialog"), 1)).toBe(1);
  await page.keyboard.press("Escape");
  await hold.waitFor({ state: "detached" });
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keyboard shortcuts" }).getByText("Record a promise of Marisol").waitFor();
  await page.context().close();
});

test("a hold on everything for ever asks why, and is taken back from its toast", async () => {
  const page = await panel.open(`debtors/${MARISOL}`);
  await page.getByRole("heading", { level: 1, name: /Marisol/ }).waitFor();
  await page.keyboard.press("h");
  const hold = page.getByRole("dialog", { name: /Marisol/ });
  await hold.getByRole("button", { name: "Hold reminders" }).click();
  await hold.getByText("Write why, or choose an end or one debt.").waitFor();
  await hold.getByLabel("Why everything is held without an end").fill("Asked by her lawyer");
  await hold.getByRole("button", { name: "Hold reminders" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Taken back").first().waitFor();
  expect(panel.api.calledWith("POST", /^\/api\/holds\/[^/]+\/release$/)?.body).toEqual({ note: "Taken back at once" });
  await page.context().close();
});

test("debtors are found while typing, sorted by a head, held together, and the view is kept", async () => {
  const page = await panel.open("debtors");
  await page.getByRole("row").nth(2).waitFor();
  await page.getByRole("button", { name: "Debts" }).click();
  await page.waitForURL(/sort=-debts/);
  await page.getByRole("columnheader", { name: "Debts" }).and(page.locator("[aria-sort=descending]")).waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.getByText("2 selected").waitFor();
  await page.getByRole("region", { name: "With the selected" }).getByRole("button", { name: "Hold" }).click();
  const dialog = page.getByRole("dialog", { name: /^Hold \d debtors?\?/ });
  await dialog.getByLabel("Why, goes into the journal").fill("Flood in the town");
  await dialog.getByRole("button", { name: "Hold reminders" }).click();
  await page.getByText(/debtors? on hold/).waitFor();
  await page.getByRole("button", { name: "Saved views" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Most debts");
  await page.getByRole("button", { name: "Save view" }).click();
  await page.getByRole("link", { name: "Most debts" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("searchbox").fill("mari");
  await page.waitForURL(/q=mari/);
  await page.getByRole("button", { name: "Saved views" }).click();
  await page.getByRole("link", { name: "Most debts" }).click();
  await page.waitForURL((url) => url.search === "?sort=-debts");
  await page.context().close();
});
