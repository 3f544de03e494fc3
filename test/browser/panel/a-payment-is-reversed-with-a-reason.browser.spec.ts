import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { settledCount } from "../settled-count.js";
import { PanelBrowser } from "./support/browser.js";
import { id, MARISOL } from "./support/stub-data.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("reversing says what is owed again, needs a reason and sends it", async () => {
  const page = await panel.open("payments");
  await page.getByRole("button", { name: "Reverse PSE-88120" }).click();
  const dialog = page.getByRole("dialog", { name: "Reverse the payment PSE-88120 of COP 200,000?" });
  await dialog.getByText("CH-118204 / 7 owes COP 200,000 again").waitFor();
  await dialog.getByRole("button", { name: "Reverse payment" }).click();
  await dialog.getByText("Write at least 3 characters.").waitFor();
  expect(panel.api.calledWith("POST", `/api/payments/${id(401)}/reverse`)).toBeUndefined();
  await dialog.getByLabel("Reason, goes into the journal").fill("Bank returned it");
  await dialog.getByRole("button", { name: "Reverse payment" }).click();
  await page.getByText("Payment reversed").waitFor();
  expect(panel.api.calledWith("POST", `/api/payments/${id(401)}/reverse`)?.body).toEqual({ reason: "Bank returned it" });
  await dialog.waitFor({ state: "detached" });
});

test("the debtor's page reverses as well, and what was reversed shows why and cannot be again", async () => {
  const page = await panel.open(`debtors/${MARISOL}`);
  await page.getByRole("button", { name: "Reverse PSE-88120" }).waitFor();
  await page.goto(panel.url("payments?show=reversed"));
  await page.getByText("Reversed: Cheque devuelto por el banco").waitFor();
  expect(await settledCount(page.getByRole("button", { name: /^Reverse/ }), 0)).toBe(0);
});

test("compliance sees payments and changes none", async () => {
  panel.api.state.role = "compliance";
  const page = await panel.open("payments");
  await page.getByText("COP 88,000 in the debtor’s favour: it counts against what they owe next").waitFor();
  expect(await settledCount(page.getByRole("button", { name: /Reverse|Identify|Record/ }), 0)).toBe(0);
  panel.api.state.role = "administrator";
});
