import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { settledCount } from "../settled-count.js";
import { EmbeddedPanel } from "./support.js";

const panel = new EmbeddedPanel();
beforeAll(() => panel.start({ turnOn: false, blockThirdPartyCookies: false }));
afterAll(() => panel.stop());

// As an ERP exports it: Windows-1252, semicolons, day first, decimal comma; one bad row, and two debtors with one number.
const FILE = Buffer.from(
  [
    "Codigo cliente;Nombre;Celular;Pais;Factura;Saldo;Moneda;Vencimiento",
    "IMP-1;Nu\u00f1ez Ana;3005550111;CO;IMP-F1;1.250.000,50;COP;17/11/2026",
    "IMP-2;Luz Ospina;3005550111;CO;IMP-F2;98.700,00;COP;05/11/2026",
    "IMP-3;Rui Lima;3005550112;CO;IMP-F3;nada;COP;14/10/2026",
  ].join("\r\n"),
  "latin1",
);

async function importIt(page: Page): Promise<void> {
  await page.getByLabel("File", { exact: true }).setInputFiles({ name: "erp.csv", mimeType: "text/csv", buffer: FILE });
  await page.getByRole("button", { name: "Read the file" }).click();
  await page.getByRole("button", { name: "Check all rows" }).click();
  await page.getByRole("heading", { name: "erp.csv: 3 rows" }).waitFor();
  expect(await page.getByRole("row").filter({ hasText: "Nuñez Ana" }).textContent()).toContain("1,250,000.50");
  await page.getByRole("button", { name: "Import 2 rows" }).click();
  await page.getByRole("heading", { name: "erp.csv is in" }).waitFor();
}

test("a file goes in, its shared number is given to one debtor, and it is taken back", async () => {
  const page = await panel.context.newPage();
  await panel.signIn(page, "admin", "/imports");
  await importIt(page);
  await page.goto(panel.panelUrl("/numbers"));
  const row = page.getByRole("row").filter({ hasText: "0111" });
  await row.getByRole("button", { name: "Say whose it is" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: /Luz Ospina/ }).check();
  await dialog.getByLabel("How you know, goes into the journal").fill("Confirmed by phone");
  await dialog.getByRole("button", { name: "Use it for this debtor" }).click();
  await page.getByText("Number assigned").waitFor();

  await page.goto(panel.panelUrl("/imports"));
  await page.getByRole("button", { name: "Details erp.csv" }).click();
  await page.getByRole("button", { name: "Undo erp.csv" }).click();
  await dialog.getByLabel("Reason, goes into the journal").fill("Wrong file");
  await dialog.getByRole("button", { name: "Undo the import" }).click();
  await page.getByText("Undone", { exact: true }).waitFor();
  expect(await settledCount(page.getByRole("button", { name: "Undo erp.csv" }), 0)).toBe(0);
});
