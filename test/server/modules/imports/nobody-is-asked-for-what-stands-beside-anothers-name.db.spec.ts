import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { ImportsView, sourceFromText } from "../../../../server/modules/imports/index.js";
import { type Bench, debtsCsv, openPortfolio } from "../portfolio/support/portfolio-bench.js";

let bench: Bench;
beforeEach(async () => {
  bench = await openPortfolio();
});
afterEach(() => bench.close());

const ANA = { external_id: "1010000000", name: "Ana Diez", phone: "3005559941", reference: "RB1", balance: "100000" };
const LUIS = { external_id: "1010000000", name: "Luis Once", phone: "3005559942", reference: "RB2", balance: "2500000" };

/** Who owes what, as it is known. */
async function owed(): Promise<string[]> {
  const rows = await bench.db.rows<{ external_id: string; reference: string }>(
    "select b.external_id, d.reference from debt d join debtor b on b.account_id = d.account_id and b.id = d.debtor_id order by d.reference",
  );
  return rows.map((row) => `${row.external_id} ${row.reference}`);
}

it("a file that a program wrote without quoting leaves each debt with the name of its line", async () => {
  const file = [
    "id cliente;nombre;telefono;pais;autoriza whatsapp;origen consentimiento;fecha consentimiento;factura;saldo;moneda;vencimiento",
    'Q1;"Pepe Quince;3005559911;CO;whatsapp;contrato;2026-01-10;RQ1;100000;COP;2026-11-25',
    'Q2;Juan "El Flaco";3005559912;CO;whatsapp;contrato;2026-01-10;RQ2;7500000;COP;2026-11-25',
    "",
  ].join("\n");
  expect(await bench.importText(file)).toMatchObject({ created: 2, rejected: 0 });
  expect(await owed()).toEqual(["Q1 RQ1", "Q2 RQ2"]);
  expect(await bench.balances()).toEqual({ RQ1: "10000000 open", RQ2: "750000000 open" });
});

it("a number that a spreadsheet rounded is nobody's", async () => {
  const file = debtsCsv({ ...ANA, external_id: '"1,01E+09"' }, { ...LUIS, external_id: '"1,01E+09"' });
  expect(await bench.importText(file)).toMatchObject({ created: 0, rejected: 2 });
  expect(await owed()).toEqual([]);
});

it("rows that give one number to two people come back, all of them, and the preview says which", async () => {
  const others = Array.from({ length: 700 }, (_, index) => ({
    external_id: `C-${index}`,
    reference: `F-${index}`,
    phone: `30${10_000_000 + index}`,
  }));
  const file = debtsCsv(ANA, { ...ANA, name: "DIEZ ANA", reference: "RB3" }, ...others, LUIS);
  const foreseen = await bench.previews.of(bench.accountId, "debts", sourceFromText("a.csv", file));
  const { problems } = await bench.app.get(ImportsView).preview(bench.accountId, foreseen, "en");
  expect(problems.map(({ line, column }) => `${line} ${column}`)).toEqual(["2 external_id", "3 external_id", "704 external_id"]);
  expect(problems[0]!.problem).toContain("lines 2, 704");
  expect(await bench.importText(file)).toMatchObject({ created: 700, rejected: 3 });
  expect((await owed()).filter((row) => row.includes("RB"))).toEqual([]);
});

it("a row that gives a known debtor's number to somebody else comes back", async () => {
  await bench.importText(debtsCsv(ANA));
  expect(await bench.importText(debtsCsv(LUIS))).toMatchObject({ created: 0, updated: 0, rejected: 1 });
  expect(await owed()).toEqual(["1010000000 RB1"]);
  const id = (await debtorId())!;
  expect((await bench.reader.names(bench.accountId, [id])).get(id)).toBe("Ana Diez");
});

it("a debtor may be spelt otherwise, and have another name where number or document say who it is", async () => {
  const only = { ...ANA, document: "52410333" };
  await bench.importText(debtsCsv(only));
  for (const change of [
    { name: "Diez Gómez Ana María", phone: "3005550000" },
    { name: "Ana López", phone: "3005550000" },
    { name: "Inversiones AL SAS", phone: "3109998877" },
  ]) {
    expect(await bench.importText(debtsCsv({ ...only, ...change }))).toMatchObject({ updated: 1, rejected: 0 });
  }
  const last = { ...only, name: "Luis Once", phone: "", document: "" };
  expect(await bench.importText(debtsCsv(last))).toMatchObject({ updated: 0, rejected: 1 });
});

async function debtorId(): Promise<number | undefined> {
  return (
    await bench.db.row<{ id: number }>("select id from debtor where account_id = ? and external_id = '1010000000'", [bench.accountId])
  )?.id;
}
