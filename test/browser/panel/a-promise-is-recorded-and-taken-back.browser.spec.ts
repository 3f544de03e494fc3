import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { settledCount } from "../settled-count.js";
import { PanelBrowser, StubHost } from "./support/browser.js";
import { id, MARISOL } from "./support/stub-data.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("a promise is recorded with its day and amount, after what it replaces and what is owed by then were shown", async () => {
  const page = await panel.open(`debtors/${MARISOL}`, { locale: "es-CO" });
  const card = page.getByRole("region", { name: "Promesas de pago" });
  await card.getByText("Cumplida en parte").waitFor();
  expect(await settledCount(card.getByText("200.000"), 1)).toBe(1);
  await card.getByRole("button", { name: "Registrar promesa" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Reemplaza la promesa").waitFor();
  await dialog.getByRole("button", { name: "Registrar promesa" }).click();
  await dialog.getByText("Elija el día prometido.").waitFor();
  await dialog.getByLabel("Día de pago").fill("2026-12-04");
  await dialog.getByText("787.700").waitFor();
  await dialog.getByLabel("Monto, COP").fill("300.000");
  await dialog.getByRole("button", { name: "Registrar promesa" }).click();
  await page.getByText("Promesa registrada").waitFor();
  expect(panel.api.calledWith("POST", `/api/debtors/${MARISOL}/promises`)?.body).toEqual({
    amount: "300000",
    currency: "COP",
    date: "2026-12-04",
  });
});

test("only one that is waited for can be cancelled, with a reason", async () => {
  const page = await panel.open(`debtors/${MARISOL}`);
  const card = page.getByRole("region", { name: "Promises to pay" });
  await card.getByRole("button", { name: /^Cancel/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Cancel the promise" }).click();
  expect(panel.api.calledWith("POST", `/api/promises/${id(501)}/cancel`)).toBeUndefined();
  await dialog.getByRole("textbox").fill("Called and took it back");
  await dialog.getByRole("button", { name: "Cancel the promise" }).click();
  await page.getByText("Promise cancelled").waitFor();
  expect(panel.api.calledWith("POST", `/api/promises/${id(501)}/cancel`)?.body).toEqual({ reason: "Called and took it back" });
});

test("the conversation tab shows and records them too", async () => {
  const host = new StubHost(panel.url("tab"));
  panel.api.state.hostOrigin = await host.start();
  try {
    const page = await panel.page({ viewport: { width: 420, height: 900 } });
    await page.goto(host.origin);
    const tab = page.frameLocator("iframe");
    await tab.getByRole("tab", { name: "Promise" }).click();
    await tab.getByText("Waiting").waitFor();
    await tab.getByLabel("Day of payment").fill("2026-12-01");
    await tab.getByRole("button", { name: "Record promise" }).click();
    await tab.getByText("Promise recorded").waitFor();
  } finally {
    await host.stop();
  }
});
