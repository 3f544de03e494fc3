import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { ImportsView, sourceFromText } from "../../../../server/modules/imports/index.js";
import { type Bench, debtsCsv, openPortfolio } from "../portfolio/support/portfolio-bench.js";

const FIVE = ["F-1", "F-2", "F-3", "F-4", "F-5"].map((reference, index) => ({
  reference,
  external_id: `C-${index + 1}`,
  phone: `300123456${index}`,
}));

let bench: Bench;

beforeAll(async () => {
  bench = await openPortfolio();
  await bench.importText(debtsCsv(...FIVE));
  // Another system's debt: no snapshot of the file's source says anything about it.
  await bench.importText(`source,${debtsCsv({ reference: "X-1", external_id: "C-9" }).replace("\n", "\nERP,")}`);
});
afterAll(() => bench.close());

type Options = Parameters<Bench["imports"]["run"]>[4];
const snapshot = (rows: typeof FIVE, options: Options = {}) =>
  bench.imports.run(bench.accountId, "debts", sourceFromText("f.csv", debtsCsv(...rows)), bench.actor, { mode: "snapshot", ...options });
async function held(): Promise<string[]> {
  const rows = await bench.db.rows<{ reference: string }>(
    `select d.reference from hold h join debt d on d.account_id = h.account_id and d.id = h.debt_id
     where h.reason = 'not_in_file' and h.released_at is null order by d.reference`,
  );
  return rows.map(({ reference }) => reference);
}

it("says beforehand which debts the file lacks, and writes nothing", async () => {
  const source = sourceFromText("f.csv", debtsCsv(...FIVE.slice(0, 4)));
  const foreseen = await bench.previews.of(bench.accountId, "debts", source, { mode: "snapshot" });
  const preview = await bench.app.get(ImportsView).preview(bench.accountId, foreseen);
  expect(preview.absent).toMatchObject({ open: 5, debts: 1, confirm: false });
  expect(preview.absent?.first).toMatchObject([{ externalId: "C-5", reference: "F-5", balance: { minor: 80_000, currency: "COP" } }]);
  expect(await held()).toEqual([]);
});

it("holds what is missing, lists it, and closes nothing", async () => {
  const since = bench.entries.length;
  const ended = await snapshot(FIVE.slice(0, 4));
  expect(ended).toMatchObject({ mode: "snapshot", unchanged: 4, held: 1, released: 0 });
  expect(await held()).toEqual(["F-5"]);
  expect(await bench.balances()).toMatchObject({ "F-5": "80000 open" });
  expect(bench.typesSince(since)).toEqual(["hold.placed", "import.finished"]);
  const list = await bench.app.get(ImportsView).held(bench.accountId, ended.public_id, { limit: 10 });
  expect(list).toMatchObject({ items: [{ reference: "F-5", externalId: "C-5" }], next: null, total: 1 });
});

it("holds it once, however many files lack it, and counts it as missing", async () => {
  expect(await snapshot(FIVE.slice(0, 4))).toMatchObject({ held: 0 });
  expect(await held()).toEqual(["F-5"]);
});

it("says nothing of missing debts in a file of changes", async () => {
  expect(await bench.importText(debtsCsv(FIVE[0]!))).toMatchObject({ unchanged: 1 });
  expect(await held()).toEqual(["F-5"]);
});

it("takes a debt whose row is refused neither for missing nor for one that is chased, until a good row names it", async () => {
  const refused = sourceFromText("f.csv", debtsCsv(...FIVE.slice(0, 3), { ...FIVE[3]!, balance: "?" }));
  const foreseen = await bench.previews.of(bench.accountId, "debts", refused, { mode: "snapshot" });
  expect(foreseen).toMatchObject({ rejected: 1, held: 1, absent: { debtIds: [expect.any(Number)] } });
  const ended = await bench.imports.run(bench.accountId, "debts", refused, bench.actor, { mode: "snapshot" });
  expect(ended).toMatchObject({ rejected: 1, held: 1 });
  expect(await held()).toEqual(["F-5"]);
  const list = await bench.app.get(ImportsView).held(bench.accountId, ended.public_id, { limit: 10 });
  expect(list).toMatchObject({ items: [{ reference: "F-4", why: "unreadable_row" }], total: 1 });
  expect(await snapshot(FIVE.slice(0, 4))).toMatchObject({ held: 0, released: 1 });
});

it("takes a debt whose row lost a cell for one that is in the file", async () => {
  const ended = await snapshot([...FIVE.slice(0, 3), { ...FIVE[3]!, phone: "1" }]);
  expect(ended).toMatchObject({ rejected: 0, warned: 1, unchanged: 4, held: 0 });
});

it("takes a line of totals for no word about the debts of another system", async () => {
  const erp = `source,${debtsCsv({ reference: "X-1", external_id: "C-9" }).replace("\n", "\nERP,")}\nTotal,,,,,,,,,,,800.00,,`;
  const ended = await bench.imports.run(bench.accountId, "debts", sourceFromText("f.csv", erp), bench.actor, { mode: "snapshot" });
  expect(ended).toMatchObject({ unchanged: 1, rejected: 1, held: 0 });
});

it("releases a debt that comes back, in whatever kind of file", async () => {
  const since = bench.entries.length;
  const back = sourceFromText("f.csv", debtsCsv(FIVE[4]!));
  expect(await bench.previews.of(bench.accountId, "debts", back)).toMatchObject({ released: 1, absent: null });
  const ended = await bench.imports.run(bench.accountId, "debts", back, bench.actor);
  expect(ended).toMatchObject({ mode: "delta", unchanged: 1, released: 1 });
  expect(await held()).toEqual([]);
  expect(bench.typesSince(since)).toEqual(["hold.released", "import.finished"]);
});

it("asks before it holds more than half, and then writes nothing", async () => {
  const two = FIVE.slice(0, 2);
  await expect(snapshot(two)).rejects.toMatchObject({
    code: "import.snapshot_lacks",
    detail: { field: "confirm", params: { absent: 3, open: 5 } },
  });
  expect(await held()).toEqual([]);
  expect(await snapshot(two, { confirm: true })).toMatchObject({ held: 3 });
  expect(await held()).toEqual(["F-3", "F-4", "F-5"]);
});

it("counts a debtor of whom every debt is held as held", async () => {
  const { DebtorsView } = await import("../../../../server/modules/portfolio/debtors.view.js");
  const list = await bench.app.get(DebtorsView).list(bench.accountId, { limit: 10, state: "held" });
  expect(list.items.map(({ externalId }) => externalId).toSorted()).toEqual(["C-3", "C-4", "C-5"]);
});

it("refuses a snapshot of payments", async () => {
  const payments = sourceFromText("p.csv", "payment_id,reference,amount,currency,value_date\nP-1,F-1,1,COP,2026-11-19");
  await expect(bench.imports.run(bench.accountId, "payments", payments, bench.actor, { mode: "snapshot" })).rejects.toMatchObject({
    code: "import.snapshot_of_payments",
  });
});
