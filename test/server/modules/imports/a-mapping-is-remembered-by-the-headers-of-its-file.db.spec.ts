import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { ImportField } from "../../../../server/shared/import-fields.js";
import { sourceFromBase64, sourceFromText } from "../../../../server/modules/imports/file/csv-source.adapter.js";
import { ImportProfiles } from "../../../../server/modules/imports/run/import-profiles.service.js";
import { ImportsView } from "../../../../server/modules/imports/run/imports.view.js";
import { textRows, workbook } from "../../../support/workbook.js";
import { type Bench, openPortfolio } from "../portfolio/support/portfolio-bench.js";

let bench: Bench;
beforeAll(async () => {
  bench = await openPortfolio();
});
afterAll(() => bench.close());

const HEADERS = ["KUNNR", "NAME1", "TELF1", "BELNR", "WRBTR", "moneda", "FAEDT", "ZZ"];
const ROW = ["C-1", "Ana Pérez", "3001234567", "F-1", "1.500", "COP", "03/04/2026", "x"];
const FIELDS: (ImportField | null)[] = ["external_id", "name", null, "reference", "balance", "currency", "due_date", null];
const csv = (headers: readonly string[], ...rows: (readonly string[])[]) =>
  sourceFromText("sap.csv", [headers, ...rows].map((row) => row.join(";")).join("\n"));

it("an explicit mapping replaces the guesses and is remembered under its name", async () => {
  await expect(run(csv(HEADERS, ROW))).rejects.toMatchObject({ code: "import.columns_missing" });
  const options = { columns: FIELDS, dates: "day_first", decimal: ",", saveProfile: "SAP" } as const;
  expect(await run(csv(HEADERS, ROW), options)).toMatchObject({ created: 1, rejected: 0 });
  expect(await debt()).toEqual({ balance_minor: 150_000, due_date: "2026-04-03" });
  expect(await profiles().list(bench.accountId, "debts")).toMatchObject([
    { name: "SAP", headers: HEADERS, fields: FIELDS, dates: "day_first", decimal: "," },
  ]);
  expect(await profiles().list(bench.otherAccountId)).toEqual([]);
});

it("the next file with these headers, however spelt and in whatever order, is read by it; a column that is new is guessed", async () => {
  const headers = ["belnr", "Kunnr", "Name1", "producto", "WRBTR", "Moneda", "faedt", "TELF1", "zz"];
  const source = csv(headers, ["F-1", "C-1", "Ana Pérez", "Libranza", "1.600", "COP", "03/05/2026", "", ""]);
  // Another order is another signature: the mapping is named.
  const [{ id } = { id: "" }] = await profiles().list(bench.accountId);
  const preview = await bench.app
    .get(ImportsView)
    .preview(bench.accountId, await bench.previews.of(bench.accountId, "debts", source, { profile: id }));
  expect(preview).toMatchObject({
    profile: { id, name: "SAP" },
    updated: 1,
    newDebts: 0,
    newDebtors: 0,
    sharedNumbers: 0,
    firstRows: [["F-1", "C-1", "Ana Pérez", "Libranza", "1.600", "COP", "03/05/2026", "", ""]],
  });
  expect(preview.format).toEqual({ encoding: "utf-8", delimiter: ";", dates: "day_first", decimal: "comma" });
  expect(preview.columns[3]).toEqual({ header: "producto", field: "product", guessed: true, sample: "Libranza" });
  expect(preview.columns[4]).toEqual({ header: "WRBTR", field: "balance", guessed: false, sample: "1.600" });
  expect(await run(csv(HEADERS, [...ROW.slice(0, 4), "1.700", ...ROW.slice(5)]))).toMatchObject({ updated: 1 });
  expect(await debt()).toEqual({ balance_minor: 170_000, due_date: "2026-04-03" });
});

it("the refused rows of such a file are read by it when they come back corrected", async () => {
  const bad = ["C-2", "Luis", "", "F-2", "1.500", "doblones", "03/04/2026", ""];
  const { public_id } = await run(csv(HEADERS, [...ROW.slice(0, 4), "1.700", ...ROW.slice(5)], bad));
  const refused = [...(await bench.app.get(ImportsView).errorFile(bench.accountId, public_id))].join("");
  expect(await run(sourceFromText("refused.csv", refused.replace("doblones", "COP")))).toMatchObject({ created: 1, rejected: 0 });
  expect(await bench.balances()).toEqual({ "F-1": "170000 open", "F-2": "150000 open" });
});

it("one name and one header stand for one mapping", async () => {
  await run(csv([...HEADERS, "extra"], [...ROW, "y"]), {
    columns: [...FIELDS, "product"],
    dates: "day_first",
    decimal: ",",
    saveProfile: "SAP",
  });
  expect((await profiles().list(bench.accountId)).map(({ name, headers }) => [name, headers.length])).toEqual([["SAP", 9]]);
});

it("a mapping that does not fit is refused with what to do", async () => {
  const refused = (columns: (ImportField | null)[]) => run(csv(HEADERS, ROW), { columns });
  await expect(refused(FIELDS.slice(1))).rejects.toMatchObject({ code: "import.columns_count", detail: { field: "columns" } });
  await expect(refused(FIELDS.with(2, "name"))).rejects.toMatchObject({ code: "import.columns_repeated" });
  await expect(refused(FIELDS.with(2, "payment_id"))).rejects.toMatchObject({ code: "import.columns_kind" });
  await expect(run(csv(HEADERS, ROW), { profile: "0193aaaa-0000-7000-8000-0000000000ff" })).rejects.toMatchObject({
    code: "profile.not_found",
  });
});

it("a workbook is read by the same mapping, and its preview tells numbers that become two debtors'", async () => {
  const headers = ["codigo cliente", "nombre", "celular", "referencia", "saldo", "moneda", "vencimiento", "pais"];
  const row = (id: string, phone: string) => [id, `Persona ${id}`, phone, `W-${id}`, "10", "COP", "2026-11-01", "CO"];
  const rows = textRows([headers, row("W1", "3015550001"), row("W2", "3015550001"), row("W3", "3015550003")]);
  const bytes = workbook([{ name: "Cartera", rows }]).toString("base64");
  const preview = await bench.previews.of(bench.accountId, "debts", sourceFromBase64("c.xlsx", bytes));
  expect(preview).toMatchObject({ created: 3, newDebtors: 3, newDebts: 3, sharedNumbers: 1, withoutConsent: 3 });
  expect(await run(sourceFromBase64("c.xlsx", bytes))).toMatchObject({ created: 3, rejected: 0 });
});

it("is forgotten when somebody says so", async () => {
  const [{ id } = { id: "" }] = await profiles().list(bench.accountId);
  await expect(profiles().delete(bench.otherAccountId, id)).rejects.toMatchObject({ code: "profile.not_found" });
  await profiles().delete(bench.accountId, id);
  expect(await profiles().list(bench.accountId)).toEqual([]);
});

function profiles(): ImportProfiles {
  return bench.app.get(ImportProfiles);
}

function run(source: Parameters<Bench["imports"]["run"]>[2], options: Parameters<Bench["imports"]["run"]>[4] = {}) {
  return bench.imports.run(bench.accountId, "debts", source, bench.actor, options);
}

function debt() {
  return bench.db.row("select balance_minor, due_date from debt where account_id = ? and reference = 'F-1'", [bench.accountId]);
}
