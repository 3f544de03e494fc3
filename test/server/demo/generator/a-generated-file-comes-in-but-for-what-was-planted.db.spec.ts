import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Planted } from "../../../../server/demo/generator/bad-rows.js";
import { generatedFile } from "../../../../server/demo/generator/generated-file.js";
import { MESS_KINDS } from "../../../../server/demo/generator/mess.js";
import { generatePortfolio } from "../../../../server/demo/generator/portfolio-generator.js";
import { sourceFromFile } from "../../../../server/modules/imports/index.js";
import { SeededRandom } from "../../../../server/platform/crypto/randomness.js";
import { type Bench, openPortfolio } from "../../modules/portfolio/support/portfolio-bench.js";

const SIZE = { debtors: 250, countries: ["CO", "MX", "BR"], today: "2026-11-20" } as const;

/** How the import calls what was planted. */
const CODES: Readonly<Record<Planted["kind"], string>> = {
  id_missing: "cell.missing",
  name_missing: "cell.missing",
  reference_missing: "cell.missing",
  phone_cut_off: "phone.invalid",
  phone_rounded: "phone.rounded",
  country_unknown: "country.unknown",
  consent_unclear: "consent.unknown",
  amount_in_words: "amount.invalid",
  currency_in_words: "currency.invalid",
  date_impossible: "date.invalid",
  date_in_words: "date.invalid",
  cells_missing: "row.width",
  duplicate: "reference.repeated",
};

/** What costs a cell and not the row. */
const COSTS_A_CELL: ReadonlySet<Planted["kind"]> = new Set(["phone_cut_off", "phone_rounded", "country_unknown", "consent_unclear"]);

const folder = mkdtempSync(join(tmpdir(), "saldo-generated-"));
const path = join(folder, "portfolio.csv");
let bench: Bench;
beforeAll(async () => {
  bench = await openPortfolio();
});
afterAll(async () => {
  await bench.close();
  rmSync(folder, { recursive: true });
});

/** A generated file on disk, as `saldo import` takes it, in whatever encoding it has. */
function fileOf(seed: number, mess: readonly string[] | null) {
  const planted: Planted[] = [];
  writeFileSync(path, Buffer.concat([...generatedFile({ ...SIZE, seed, mess }, (one) => void planted.push(one))]));
  return { source: sourceFromFile(path), planted };
}

it("takes in every row of a clean file, as it was generated", async () => {
  const rows = [...generatePortfolio(new SeededRandom(1), SIZE)];
  expect(await bench.imports.run(bench.accountId, "debts", fileOf(1, null).source, bench.actor)).toMatchObject({
    created: rows.length,
    rejected: 0,
  });
  expect(await bench.balances()).toEqual(Object.fromEntries(rows.map(({ debt }) => [debt.reference, `${debt.balanceMinor} open`])));
  const due = await bench.db.rows<{ reference: string; due_date: string }>("select reference, due_date from debt");
  expect(Object.fromEntries(due.map((row) => [row.reference, row.due_date]))).toEqual(
    Object.fromEntries(rows.map(({ debt }) => [debt.reference, debt.dueDate])),
  );
  const [{ debtors } = { debtors: 0 }] = await bench.db.rows<{ debtors: number }>("select count(*) as debtors from debtor");
  expect(Number(debtors)).toBe(SIZE.debtors);
});

it("finds nothing new in the same portfolio however it is written", async () => {
  const spelt = "encoding=windows-1252 delimiter=semicolon line_end=crlf headers=pt dates=month_first decimals=comma grouping=thousands";
  const more = "cents=if_any symbols=currency phones=mixed newlines=5 blank_lines=5 spaces=20";
  const { source, planted } = fileOf(1, [...spelt.split(" "), ...more.split(" ")]);
  expect(planted).toEqual([]);
  expect(await bench.imports.run(bench.accountId, "debts", source, bench.actor)).toMatchObject({ created: 0, updated: 0, rejected: 0 });
});

/** Few enough that a preview shows every refused row. */
const MESS = [...MESS_KINDS.filter((kind) => kind !== "duplicates" && kind !== "bad_rows"), "duplicates=3", "bad_rows=8"];

it.each([2, 3, 4, 5, 6, 7, 8, 9])(
  "would refuse the planted rows of a messy file, or leave a cell out, and no others, seed %i",
  async (seed) => {
    const { source, planted } = fileOf(seed, MESS);
    const preview = await bench.previews.of(bench.otherAccountId, "debts", source);
    expect(preview.table.map.missing).toEqual([]);
    const found = (rows: typeof preview.problems) =>
      rows.map(({ line, problems: [first] }) => `${line} ${first?.column} ${first?.code}`).sort();
    const expected = (some: readonly Planted[]) => some.map(({ line, header, kind }) => `${line} ${header} ${CODES[kind]}`).sort();
    const refused = new Set(preview.problems.map(({ line }) => line));
    // The name of somebody whom another row describes is not missed.
    const missed = planted.filter(({ kind, line }) => kind !== "name_missing" || refused.has(line));
    expect(found(preview.problems)).toEqual(expected(missed.filter(({ kind }) => !COSTS_A_CELL.has(kind))));
    expect(found(preview.warnings)).toEqual(expected(missed.filter(({ kind }) => COSTS_A_CELL.has(kind))));
  },
);

it("takes the good rows of a messy file in and gives back the planted ones", async () => {
  const { source, planted } = fileOf(2, MESS);
  const { problems } = await bench.previews.of(bench.otherAccountId, "debts", fileOf(2, MESS).source);
  const refused = new Set(problems.map(({ line }) => line));
  const ended = await bench.imports.run(bench.otherAccountId, "debts", source, bench.otherActor);
  const costly = planted.filter(({ line }) => refused.has(line));
  const cells = planted.filter(({ kind }) => COSTS_A_CELL.has(kind));
  expect(ended).toMatchObject({ rejected: costly.length, warned: cells.length, updated: 0, unchanged: 0 });
  const bad = new Set(costly.filter(({ kind }) => kind !== "duplicate").map(({ reference }) => reference));
  const good = [...generatePortfolio(new SeededRandom(2), SIZE)].filter(({ debt }) => !bad.has(debt.reference));
  const taken = await bench.db.rows<Record<string, string>>("select reference, due_date, balance_minor from debt where account_id = ?", [
    bench.otherAccountId,
  ]);
  const told = (reference: string, due: string, balance: number) => `${reference} ${due} ${balance}`;
  expect(taken.map((row) => told(row["reference"]!, row["due_date"]!, Number(row["balance_minor"]))).sort()).toEqual(
    good.map(({ debt }) => told(debt.reference, debt.dueDate, debt.balanceMinor)).sort(),
  );
});
