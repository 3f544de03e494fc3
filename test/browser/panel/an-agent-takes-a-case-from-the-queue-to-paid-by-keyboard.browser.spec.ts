import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { PanelBrowser } from "./support/browser.js";
import { FIRST_CASE, StubDesk } from "./support/stub-desk.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("claimed, opened, paid and closed without a mouse", async () => {
  panel.api.state.role = "agent";
  const page = await panel.open("cases");
  await page.getByRole("row").filter({ hasText: "Marisol Quintero" }).waitFor();
  await page.keyboard.press("j");
  await page.getByRole("link", { name: "Marisol Quintero Ávila" }).and(page.locator(":focus")).waitFor();
  // What the clock says of itself follows the cursor.
  await page.getByText("used 1 h 20 min of 2 h").waitFor();
  await page.keyboard.press("c");
  await page.getByText("1 case claimed").waitFor();
  expect(panel.api.calledWith("POST", `/api/cases/${FIRST_CASE}/assign`)?.body).toEqual({ owner: 2, from: null });
  await page.getByRole("link", { name: "Marisol Quintero Ávila" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Marisol Quintero Ávila", level: 1 }).waitFor();
  await page.getByText("Agree on amounts and days").waitFor();
  await page.getByLabel("Amount, COP").waitFor();
  await page.keyboard.press("m");
  await page.locator("#case-acts :focus").waitFor();
  await page.getByLabel("Amount, COP").focus();
  await page.keyboard.type("186,400");
  await page.getByLabel("Payment’s own number").focus();
  await page.keyboard.type("PSE-1");
  await page.keyboard.press("Enter");
  await page.getByText("Payment recorded").waitFor();
  await page.locator("main").focus();
  await page.keyboard.press("e");
  await page.getByRole("dialog").getByLabel("Outcome").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Close case" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Case closed").waitFor();
  expect(panel.api.calledWith("POST", `/api/cases/${FIRST_CASE}/close`)?.body).toEqual({ outcome: "paid" });
});

test("ten thousand cases: those in sight are in the page, the next come as one scrolls", async () => {
  panel.api.state.desk = new StubDesk(10_000);
  const page = await panel.open("cases?view=all");
  await page.getByText("100 of 10,000 loaded").waitFor();
  expect(await page.getByRole("link", { name: /^Deudora/ }).count()).toBeLessThanOrEqual(45);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.getByText("200 of 10,000 loaded").waitFor();
  panel.api.state.desk = new StubDesk(12);
});

test("several are given to somebody at once, with one undo for all", async () => {
  const page = await panel.open("cases?view=unowned");
  await page.getByRole("row").filter({ hasText: "Marisol Quintero" }).waitFor();
  for (const _ of [1, 2]) {
    await page.keyboard.press("j");
    await page.keyboard.press("x");
  }
  await page.getByText("2 selected").waitFor();
  await page.keyboard.press("a");
  await page.getByRole("dialog").getByLabel("Owner").selectOption({ label: "Camila Ortiz" });
  await page.getByRole("dialog").getByRole("button", { name: "Assign" }).click();
  await page.getByText("2 cases assigned").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("row").filter({ hasText: "Marisol Quintero" }).waitFor();
  expect(panel.api.calledWith("POST", `/api/cases/${FIRST_CASE}/assign`)?.body).toEqual({ owner: null, from: 3 });
});
