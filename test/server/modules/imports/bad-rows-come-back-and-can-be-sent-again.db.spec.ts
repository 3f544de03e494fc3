import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { ImportsView, sourceFromText } from "../../../../server/modules/imports/index.js";
import { DAY } from "../../../../server/shared/instant.js";
import { ImportRejectsStore } from "../../../../server/modules/imports/run/import-rejects.store.js";
import { type Bench, openPortfolio } from "../portfolio/support/portfolio-bench.js";

const FILE = `\ufeffCódigo cliente;Nombre;Celular;País;Factura;Saldo;Moneda;Fecha de vencimiento;Observación
C-1;"Ana
Pérez";3001234567;Colombia;F-1;1.500,50;COP;25/12/2026;"una; nota"
C-2;Luis;123;Colombia;F-2;1.500;COP;03/04/2026;
;Rosa;+57 301 765 4321;Colombia;F-3;12,5;cop;31/02/2026;=1+1
C-4;Iván;5,73E+11;Colombia;F-4;9;COP;01/11/2026;
C-5;Eva;3109876543;Colombia;F-1;9;COP;01/11/2026;
C-6;Noé;3109876543;Colombia;F-6;9;COP;01/11/2026
`;

let bench: Bench;
let importId: string;

beforeAll(async () => {
  bench = await openPortfolio();
});
afterAll(() => bench.close());

async function errorFile(): Promise<string> {
  return [...(await bench.app.get(ImportsView).errorFile(bench.accountId, importId))].join("");
}

it("says beforehand what is wrong, and writes nothing", async () => {
  const foreseen = await bench.previews.of(bench.accountId, "debts", sourceFromText("a.csv", FILE));
  const preview = await bench.app.get(ImportsView).preview(bench.accountId, foreseen);
  expect(preview).toMatchObject({ rows: 6, missing: [], created: 3, updated: 0, unchanged: 0, rejected: 3, warned: 2 });
  expect(preview).toMatchObject({ debtorsWithoutConsent: 3 });
  expect(preview.columns.map(({ field }) => field)).toEqual([
    "external_id",
    "name",
    "phone",
    "country",
    "reference",
    "balance",
    "currency",
    "due_date",
    null,
  ]);
  const places = (list: typeof preview.problems) => list.map(({ line, column }) => `${line} ${column}`);
  expect(places(preview.problems)).toEqual(["5 Código cliente", "5 Fecha de vencimiento", "7 Factura", "8 Código cliente"]);
  expect(places(preview.warnings)).toEqual(["4 Celular", "6 Celular"]);
  for (const table of ["debtor", "debt", "portfolio_import", "import_reject", "data_key"]) expect(await bench.dump(table)).toEqual([]);
});

it("takes the good rows in, and those that can be used without a cell", async () => {
  const outcome = await bench.importText(FILE);
  importId = outcome.publicId;
  expect(outcome).toMatchObject({ created: 3, updated: 0, unchanged: 0, rejected: 3 });
  expect(await bench.balances()).toEqual({ "F-1": "150050 open", "F-2": "150000 open", "F-4": "900 open" });
});

it("gives the bad ones back with line, column, value, problem and remedy, in the account's language", async () => {
  const text = await errorFile();
  const lines = text.split("\r\n");
  expect(lines[0]).toBe(
    "\ufeffCódigo cliente;Nombre;Celular;País;Factura;Saldo;Moneda;Fecha de vencimiento;Observación;saldo_line;saldo_column;saldo_value;saldo_problem;saldo_remedy",
  );
  // Dates and amounts that could be read are spelt so that they need no evidence when the row comes back alone.
  expect(lines[1]).toBe(
    "C-2;Luis;123;Colombia;F-2;1500.00;COP;2026-04-03;;4;Celular;123;No es un número de teléfono del país. La fila se tomó sin ese dato.;Escriba un solo número con código de país, por ejemplo +57 300 123 4567.",
  );
  expect(lines[2]).toContain("'=1+1;5;");
  expect(lines[3]).toContain("Una hoja de cálculo redondeó el número.");
  expect(lines[4]).toContain("El archivo ya tiene esta referencia, en la línea 2.");
  expect(lines[5]).toContain("La fila tiene 8 celdas y el encabezado 9.");
});

it("tells a reader of another language in theirs", async () => {
  const text = [...(await bench.app.get(ImportsView).errorFile(bench.accountId, importId, "pt-BR"))].join("");
  expect(text).toContain("Não é um número de telefone do país.");
  const foreseen = await bench.previews.of(bench.accountId, "debts", sourceFromText("a.csv", FILE));
  const { problems } = await bench.app.get(ImportsView).preview(bench.accountId, foreseen, "en");
  expect(problems[0]).toMatchObject({ line: 5, column: "Código cliente", problem: "The cell is empty." });
});

it("takes them in once they are corrected, with the report columns still there", async () => {
  const corrected = (await errorFile())
    .replace("Luis;123;", "Luis;3121112233;")
    .replace(";Rosa;", "C-3;Rosa;")
    .replace("31/02/2026", "28/02/2026")
    .replace("5,73E+11", "3139998877")
    .replace("Colombia;F-1;", "Colombia;F-5;");
  expect(await bench.importText(corrected)).toMatchObject({ created: 3, updated: 2, unchanged: 0, rejected: 0 });
  expect(await bench.balances()).toEqual({
    "F-1": "150050 open",
    "F-2": "150000 open",
    "F-3": "1250 open",
    "F-4": "900 open",
    "F-5": "900 open",
    "F-6": "900 open",
  });
  const dues = await bench.db.rows<{ due_date: string }>("select due_date from debt where reference in ('F-2', 'F-3') order by reference");
  expect(dues.map((row) => row.due_date)).toEqual(["2026-04-03", "2026-02-28"]);
});

it("forgets refused rows seven days later", async () => {
  const refused = bench.app.get(ImportRejectsStore);
  await bench.clock.runFor(7 * DAY - 1000);
  expect(await refused.forgetOld(bench.accountId)).toBe(0);
  await bench.clock.runFor(2000);
  expect(await refused.forgetOld(bench.accountId)).toBe(1);
  await expect(errorFile()).rejects.toMatchObject({ code: "import.errors_gone" });
});
