import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type Bench, openPortfolio } from "../portfolio/support/portfolio-bench.js";

let bench: Bench;

beforeAll(async () => {
  bench = await openPortfolio();
});
afterAll(() => bench.close());

const HEADER = "Código cliente;Nombre;Nro. Crédito;Saldo;Moneda;Vencimiento;Situación laboral;Valor cuota;Fecha de desembolso";
const facts = async () => {
  const debts = await bench.db.rows<object>("select reference, instalment_minor, credit_date from debt order by reference");
  const debtors = await bench.db.rows<{ employment: string | null }>("select employment from debtor order by external_id");
  return { debts, employments: debtors.map(({ employment }) => employment) };
};

it("reads them by their usual headers, and a profession it does not class as other", async () => {
  const file = [
    HEADER,
    "C-1;Ana Pérez;F-1;800.000,00;COP;15/11/2026;Pensionada;96.600,50;28/02/2026",
    "C-2;Luis Mora;F-2;120.000,00;COP;16/11/2026;Ingeniero de minas;;",
    "C-3;Rosa Gil;F-3;90.000,00;COP;17/11/2026;;;",
  ].join("\n");
  expect(await bench.importText(file)).toMatchObject({ created: 3, rejected: 0 });
  expect(await facts()).toEqual({
    debts: [
      { reference: "F-1", instalment_minor: 9_660_050, credit_date: "2026-02-28" },
      { reference: "F-2", instalment_minor: null, credit_date: null },
      { reference: "F-3", instalment_minor: null, credit_date: null },
    ],
    employments: ["retired", "other", null],
  });
});

it("takes a change in, and an empty cell takes nothing away", async () => {
  const file = [HEADER, "C-1;Ana Pérez;F-1;800.000,00;COP;15/11/2026;;90.000,00;", "C-2;Luis Mora;F-2;120.000,00;COP;16/11/2026;;;"];
  expect(await bench.importText(file.join("\n"))).toMatchObject({ updated: 1, unchanged: 1 });
  const { debts, employments } = await facts();
  expect(debts[0]).toEqual({ reference: "F-1", instalment_minor: 9_000_000, credit_date: "2026-02-28" });
  expect(employments).toEqual(["retired", "other", null]);
});
