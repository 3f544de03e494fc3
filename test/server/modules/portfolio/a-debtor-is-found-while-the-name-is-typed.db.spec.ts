import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { DebtorsView, type DebtorsQuery } from "../../../../server/modules/portfolio/debtors.view.js";
import { NameStarts } from "../../../../server/modules/portfolio/name-starts.service.js";
import { type Bench, debtsCsv, openPortfolio } from "./support/portfolio-bench.js";

/** Named so that all begin alike and few go on alike. */
const NAMES = Array.from({ length: 90 }, (_, n) => (n % 30 === 29 ? `Marisol Quintero ${n}` : `Marcos Gutiérrez ${n}`));
let bench: Bench;

beforeAll(async () => {
  bench = await openPortfolio();
  const row = (name: string, n: number) => ({
    external_id: `C-${n}`,
    name,
    phone: `30012${String(n).padStart(5, "0")}`,
    reference: `F-${n}`,
    due_date: "2026-10-01",
    balance: `${n + 1}.00`,
  });
  await bench.importText(debtsCsv(...NAMES.map(row)));
});
afterAll(() => bench.close());

const view = () => bench.app.get(DebtorsView);
async function found(query: Partial<DebtorsQuery>): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await view().list(bench.accountId, { limit: 50, ...query, cursor });
    names.push(...page.items.map(({ name }) => name));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return names;
}

const MARISOLES = NAMES.filter((name) => name.startsWith("Marisol"));

test("by each further letter, in any order of the words, and never by letters from within", async () => {
  expect(await found({ q: "mar" })).toHaveLength(90);
  for (const q of ["mari", "maris", "MARISOL", "quin mari", "marisol quintero"]) expect([q, await found({ q })]).toEqual([q, MARISOLES]);
  for (const q of ["arisol", "marx", "ma", "mari gut"]) expect([q, await found({ q })]).toEqual([q, []]);
});

test("page by page nobody is left out and nobody comes twice", async () => {
  expect(await found({ q: "mari", limit: 2 })).toEqual(MARISOLES);
  expect(new Set(await found({ q: "gutierrez", limit: 7 })).size).toBe(87);
});

test("in the order of what is owed, from both ends", async () => {
  const names = async (sort: DebtorsQuery["sort"]) =>
    (await found({ sort, currency: "COP", limit: 40 })).map((name) => NAMES.indexOf(name));
  const rising = NAMES.map((_, n) => n);
  expect(await names("owes")).toEqual(rising);
  expect(await names("-owes")).toEqual(rising.toReversed());
});

test("those who were stored before names were found so are found after a while", async () => {
  await bench.db.inUnitOfWork("before", () =>
    bench.db.run("delete from debtor_lookup where account_id = ? and kind = 'name_start'", [bench.accountId]),
  );
  expect(await found({ q: "mari" })).toEqual([]);
  while (await bench.app.get(NameStarts).readSome(bench.accountId)) continue;
  expect(await found({ q: "mari" })).toEqual(MARISOLES);
});
