import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { settledCount } from "../settled-count.js";
import { PanelBrowser } from "./support/browser.js";
import { id } from "./support/stub-data.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("a payment of nobody known is placed on a debt that a person chose", async () => {
  const page = await panel.open("payments?show=unidentified");
  await page.getByRole("button", { name: "Identify EFE-1902" }).click();
  const dialog = page.getByRole("dialog", { name: "What is the payment of COP 75,400 for?" });
  await dialog.getByText("The payer named: CH-99").waitFor();
  expect(await dialog.getByRole("button", { name: "Place the payment" }).isDisabled()).toBe(true);
  // What the payer wrote is where the search begins.
  expect(await dialog.getByLabel("Find the debtor").inputValue()).toBe("CH-99");
  await dialog.getByRole("radio", { name: /Marisol/ }).check();
  await dialog.getByLabel("Debt", { exact: true }).selectOption("CH-118204 / 8");
  await dialog.getByRole("button", { name: "Place the payment" }).click();
  await page.getByText("Payment placed").waitFor();
  expect(panel.api.calledWith("POST", `/api/payments/${id(403)}/identify`)?.body).toEqual({
    debtorExternalId: "C-20417",
    debtReference: "CH-118204 / 8",
  });
});

test("placing it on somebody who owes nothing in its currency says so first", async () => {
  const page = await panel.open("payments?show=unidentified", { locale: "pt-BR" });
  await page.getByRole("button", { name: "Identificar WIRE-7" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Buscar o devedor").fill("Marisol");
  await dialog.getByRole("radio", { name: /Marisol/ }).check();
  await dialog.getByText(/^Este devedor não deve nada em USD\./).waitFor();
  expect(await settledCount(dialog.getByLabel("Dívida", { exact: true }), 0)).toBe(0);
});

test("a payment by hand whose debtor is not known is kept without one", async () => {
  const page = await panel.open("payments");
  await page.getByRole("button", { name: "Record payment" }).click();
  const dialog = page.getByRole("dialog", { name: "Record payment" });
  await dialog.getByRole("button", { name: "Debtor not known yet" }).click();
  await dialog.getByLabel("Currency").selectOption("BRL");
  await dialog.getByLabel("What the payer wrote").fill("boleto 77");
  await dialog.getByLabel("Amount, BRL").fill("120.50");
  await dialog.getByLabel("Payment’s own number").fill("R-9");
  await dialog.getByRole("button", { name: "Record payment" }).click();
  await page.getByText("Payment recorded").waitFor();
  expect(panel.api.calledWith("POST", "/api/payments")?.body).toEqual({
    externalId: "R-9",
    debtReference: "boleto 77",
    amount: "120.50",
    currency: "BRL",
    valueDate: "2026-11-25",
  });
});
