import { expect, test } from "@jest/globals";
import { readCostRows } from "../../../../../server/modules/kpis/costs/domain/cost-rows.js";

const TODAY = "2026-11-25";
const read = (header: string, ...rows: string[]) =>
  readCostRows(
    header.split(";"),
    rows.map((row, index) => ({ line: index + 2, cells: row.split(";") })),
    TODAY,
  );

test("in each language, by month or by days, with either decimal sign", () => {
  expect(read("Tipo;Importe;Moneda;Mes;Nota", "Personas;38.400.000,50;cop;2026-10;9 agentes")).toEqual([
    {
      line: 2,
      cost: {
        kind: "people",
        minor: 3_840_000_050,
        currency: "COP",
        from: "2026-10-01",
        to: "2026-10-31",
        cadence: null,
        stage: null,
        note: "9 agentes",
        externalId: null,
      },
    },
  ]);
  expect(read("Tipo de custo;Valor;Moeda;De;Até", "tarifas;612.40;BRL;2026-11-14;2026-11-20")).toMatchObject([
    { cost: { kind: "fees", minor: 61_240, from: "2026-11-14", to: "2026-11-20" } },
  ]);
  expect(read("kind;amount;currency;date;id;stage", "other;0;USD;2026-11-03;A-1;d91_plus")).toMatchObject([
    { cost: { kind: "other", minor: 0, from: "2026-11-03", to: "2026-11-03", externalId: "A-1", stage: "d91_plus" } },
  ]);
});

test("what leaves anything open is refused with the reason, and the others stand", () => {
  const rows = read(
    "kind;amount;currency;from;to;id;stage",
    "staffing;10;COP;2026-10-01;;1;",
    "people;-5;COP;2026-10-01;;2;",
    "people;10;PES;2026-10-01;;3;",
    "people;10;COP;2026-10-31;2026-10-01;4;",
    "people;10;COP;2026-12-01;;5;",
    "people;10;COP;2026-11-01;2026-12-01;6;",
    "people;10;COP;2026-11-01;2026-11-30;7;late",
    "people;10;COP;2026-11-01;2026-11-30;8;",
    "tools;10;COP;2026-11-01;2026-11-30;8;",
  );
  expect(rows.map((row) => ("problem" in row ? row.problem : "read"))).toEqual([
    "kind",
    "amount",
    "currency",
    "days",
    "future",
    "future",
    "stage",
    "read",
    "id_twice",
  ]);
});

test("a file without the columns it needs is refused as a whole", () => {
  expect(() => read("kind;amount;currency", "people;1;COP")).toThrow(/lacks columns/);
  expect(() => read("a;b", "1;2")).toThrow(/lacks columns/);
});
