import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { ImportUndo } from "../../../../server/modules/imports/index.js";
import { PaymentsView } from "../../../../server/modules/payments/payments.view.js";
import { DAY } from "../../../../server/shared/instant.js";
import { type Bench, debtsCsv, openPortfolio, payment } from "../portfolio/support/portfolio-bench.js";

let bench: Bench;
beforeEach(async () => {
  bench = await openPortfolio();
});
afterEach(() => bench.close());

const invoice = (balance: string, more: object = {}) => ({ amount: "1000.00", balance, ...more });
const note = (balance: string, more: object = {}) => ({ reference: "NC-1", amount: "", balance, ...more });
const take = (...rows: readonly object[]) => bench.importText(debtsCsv(...rows));
const owed = async () => (await bench.balances())["F-1"];
const inHand = async () => {
  const rows = await bench.db.rows<{ minor: number | string | null }>(
    "select sum(unallocated_minor) as minor from payment where account_id = ? and status = 'overpaid'",
    [bench.accountId],
  );
  return Number(rows[0]!.minor ?? 0);
};
const undo = ({ publicId }: { publicId: string }) =>
  bench.app.get(ImportUndo).now(bench.accountId, publicId, "archivo equivocado", bench.actor);
const listed = async () => {
  const view = bench.app.get(PaymentsView);
  return view.of(bench.accountId, await view.list(bench.accountId, { status: null, debtorId: null }, null, 50));
};

it("counts once however often it is stated, and is shown with where it went", async () => {
  const file = [invoice("1000.00"), note("-300.00")];
  expect(await take(...file)).toMatchObject({ created: 2, unchanged: 0 });
  expect(await take(...file)).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
  expect(await owed()).toBe("70000 open");
  expect(await listed()).toMatchObject([
    { source: "note", externalId: "NC-1", amount: { minor: 30_000 }, settled: [{ reference: "F-1", amount: { minor: 30_000 } }] },
  ]);
  expect(bench.entries.map(({ type }) => type).filter((type) => type.startsWith("credit."))).toEqual(["credit.received", "credit.placed"]);
});

it("stays counted while the creditor's books go on without it: payments, fees and their news", async () => {
  await take(invoice("1000.00"), note("-300.00"));
  await bench.clock.runFor(10 * DAY);
  await bench.payments.record(bench.accountId, payment({ amountMinor: 20_000 }), "api", bench.actor);
  expect(await owed()).toBe("50000 open");
  await take(invoice("800.00"), note("-300.00"));
  expect(await owed()).toBe("50000 open");
  await bench.clock.runFor(10 * DAY);
  await take(invoice("820.00"), note("-300.00"));
  expect(await owed()).toBe("52000 open");
});

it("is not counted twice when the creditor has placed it as well", async () => {
  await take(invoice("1000.00"), note("-300.00"));
  await take(invoice("700.00"), note("0"));
  expect(await owed()).toBe("70000 open");
  await take(invoice("700.00"));
  await bench.clock.runFor(10 * DAY);
  await take(invoice("710.00"));
  expect(await owed()).toBe("71000 open");
  await take({ reference: "F-2" });
  expect(await bench.balances()).toMatchObject({ "F-2": "80000 open" });
});

it("is worth what the last file says: more, less while it is in hand, again after it was used up", async () => {
  await take(note("-300.00"));
  expect(await inHand()).toBe(30_000);
  await take(note("-450.00"));
  expect(await inHand()).toBe(45_000);
  await take(note("-100.00"));
  expect(await inHand()).toBe(10_000);
  await take(invoice("1000.00"), note("0"));
  expect([await owed(), await inHand()]).toEqual(["100000 open", 0]);
  await take(note("-200.00"));
  expect([await owed(), await inHand()]).toEqual(["80000 open", 0]);
});

it("of a debt's own closes the debt, and ends when something is owed under its reference again", async () => {
  await take(invoice("1000.00"));
  await take(invoice("-50.00"));
  expect([await owed(), await inHand()]).toEqual(["0 paid", 5_000]);
  await take(invoice("200.00"));
  expect([await owed(), await inHand()]).toEqual(["20000 open", 0]);
});

it("that a person took back stays so until a file says that it is worth more", async () => {
  await take(invoice("1000.00"), note("-300.00"));
  const [one] = await listed();
  await bench.payments.reverse(bench.accountId, one!.id, "no aplica", bench.actor);
  expect(await owed()).toBe("100000 open");
  expect(bench.entries.at(-1)).toMatchObject({ type: "credit.reversed" });
  await take(invoice("1000.00"), note("-300.00"));
  expect(await owed()).toBe("100000 open");
  await take(invoice("1000.00"), note("-400.00"));
  expect(await owed()).toBe("90000 open");
});

it("is taken back with the file that brought it, and comes again with it", async () => {
  await take(invoice("1000.00"));
  await bench.clock.runFor(1_000);
  const brought = await take(note("-300.00"));
  expect(await owed()).toBe("70000 open");
  await undo(brought);
  expect([await owed(), await inHand()]).toEqual(["100000 open", 0]);
  await take(note("-300.00"));
  expect(await owed()).toBe("70000 open");
});

it("is in hand again when the file of the debt it was placed on is undone, and as it stood when a later file is", async () => {
  await take(note("-300.00"), { reference: "F-9", external_id: "C-9", phone: "" });
  await bench.clock.runFor(1_000);
  await undo(await take(invoice("1000.00")));
  expect(await inHand()).toBe(30_000);
  await take(invoice("1000.00"));
  await bench.clock.runFor(1_000);
  await undo(await take(note("-500.00")));
  expect([await owed(), await inHand()]).toEqual(["70000 open", 0]);
});

it("and so is what was paid too much: an import that it was placed by can be undone", async () => {
  await take(invoice("1000.00"));
  await bench.payments.record(bench.accountId, payment({ amountMinor: 150_000 }), "api", bench.actor);
  await bench.clock.runFor(1_000);
  const next = await take({ reference: "F-2", balance: "400.00" });
  expect([(await bench.balances())["F-2"], await inHand()]).toEqual(["0 paid", 10_000]);
  await undo(next);
  expect([(await bench.balances())["F-2"], await inHand()]).toEqual(["0 cancelled", 50_000]);
});

it("counts for the next instalment of the same debt", async () => {
  await take(invoice("1000.00", { due_date: "2026-11-01" }));
  await bench.payments.record(bench.accountId, payment({ amountMinor: 140_000 }), "api", bench.actor);
  await take(invoice("1000.00", { due_date: "2026-12-01" }));
  expect(await owed()).toBe("60000 open");
});

it("is another's in another account", async () => {
  await take(note("-300.00"));
  await bench.importText(debtsCsv(invoice("1000.00")), "debts", bench.otherAccountId);
  expect(await owed()).toBe("100000 open");
});
