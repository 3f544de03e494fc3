import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { PanelBrowser } from "./support/browser.js";
import { MARISOL } from "./support/stub-data.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("an amount typed the Spanish way reaches the API as plain decimal text, and nothing is done before the server says so", async () => {
  const page = await panel.open(`debtors/${MARISOL}`, { locale: "es-CO" });
  await page.getByRole("button", { name: "Registrar pago" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Monto, COP").fill("125.000,50");
  await dialog.getByLabel("Número propio del pago").fill("R-1");
  await dialog.getByRole("button", { name: "Registrar pago" }).click();
  await page.getByText("Pago registrado").waitFor();
  expect(panel.api.calledWith("POST", "/api/payments")?.body).toEqual({
    externalId: "R-1",
    debtReference: "CH-118204 / 7",
    debtorExternalId: "C-20417",
    amount: "125000.50",
    currency: "COP",
    valueDate: "2026-11-25",
  });
});

test("a payment of more than is owed is asked about before it closes anything", async () => {
  const page = await panel.open(`debtors/${MARISOL}`, { locale: "es-CO" });
  await page.getByRole("button", { name: "Registrar pago" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Monto, COP").fill("9.999.999");
  await dialog.getByLabel("Número propio del pago").fill("R-2");
  panel.api.calls.length = 0;
  await dialog.getByRole("button", { name: "Registrar pago" }).click();
  await dialog.getByText(/más de lo que se debe/).waitFor();
  expect(panel.api.calledWith("POST", "/api/payments")).toBeUndefined();
  await dialog.getByRole("button", { name: "Registrar con el excedente" }).click();
  await page.getByText("Pago registrado").waitFor();
  expect(panel.api.calledWith("POST", "/api/payments")?.body).toMatchObject({ amount: "9999999" });
});
