import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { settledCount } from "../settled-count.js";
import { PanelBrowser } from "./support/browser.js";
import { id } from "./support/stub-data.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("undoing counts what goes, asks why, and sends the reason", async () => {
  const page = await panel.open("imports");
  await page.getByRole("button", { name: "Details cartera_2026-11-25.csv" }).click();
  await page.getByRole("button", { name: "Undo cartera_2026-11-25.csv" }).click();
  const dialog = page.getByRole("dialog", { name: "Undo the import of cartera_2026-11-25.csv?" });
  await dialog.getByText("1,846 new rows go away.").waitFor();
  await dialog.getByRole("button", { name: "Undo the import" }).click();
  await dialog.getByText("Write at least 3 characters.").waitFor();
  await dialog.getByLabel("Reason, goes into the journal").fill("Wrong month");
  await dialog.getByRole("button", { name: "Undo the import" }).click();
  await page.getByText("Import undone").waitFor();
  expect(panel.api.calledWith("POST", `/api/imports/${id(701)}/undo`)?.body).toEqual({ reason: "Wrong month" });
});

test("an import on which a message was sent says why it stays, and lists what it holds", async () => {
  const page = await panel.open("imports");
  await page.getByRole("button", { name: "Details abiertas_2026-11-20.xlsx" }).click();
  await page.getByText("Ya se envió un mensaje con esta importación.").waitFor();
  await page.getByRole("row", { name: /CH-118204-7/ }).waitFor();
  expect(await settledCount(page.getByRole("button", { name: /^Undo/ }), 0)).toBe(0);
});

test("an import that failed says why and what to do", async () => {
  const page = await panel.open("imports");
  await page.getByRole("button", { name: "Details cartera_rota.csv" }).click();
  await page.getByText("The file cannot be read beyond line 402. Correct that line and choose the file again.").waitFor();
});
