import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { EmbeddedPanel } from "./support.js";

const panel = new EmbeddedPanel();
beforeAll(() => panel.start({ turnOn: false, blockThirdPartyCookies: false }));
afterAll(() => panel.stop());

/** So many that the import lasts longer than it takes to look at it. */
const ROWS = 60_000;
const FILE = Buffer.from(
  [
    "codigo cliente;nombre;celular;pais;factura;saldo;moneda;vencimiento",
    ...Array.from(
      { length: ROWS },
      (_, row) => `L-${row};Persona ${row};30${String(10_000_000 + row)};CO;LF-${row};${row + 1},50;COP;2026-11-17`,
    ),
  ].join("\n"),
);

test("a large file shows its progress while others are served, and is stopped with what is in", async () => {
  const page = await panel.context.newPage();
  await panel.signIn(page, "admin", "/imports");
  await page.getByLabel("File", { exact: true }).setInputFiles({ name: "grande.csv", mimeType: "text/csv", buffer: FILE });
  await page.getByRole("button", { name: "Read the file" }).click();
  await page.getByRole("button", { name: "Check all rows" }).click();
  await page.getByRole("button", { name: "Import 60,000 rows" }).click();
  await page.getByText(/^[1-9][\d,]* of 60,000 rows$/).waitFor();

  const elsewhere = await page.request.get(`${panel.demo.saldoUrl}/api/today?lang=en&limit=1`);
  expect(elsewhere.status()).toBe(200);

  await page.getByRole("button", { name: "Stop the import" }).click();
  await page.getByRole("heading", { name: "grande.csv was stopped" }).waitFor();
  const told = await page.getByText(/rows that were taken in stay/).textContent();
  expect(Number(told!.replace(/\D/g, ""))).toBeGreaterThan(0);
  expect(Number(told!.replace(/\D/g, ""))).toBeLessThan(ROWS);
});
