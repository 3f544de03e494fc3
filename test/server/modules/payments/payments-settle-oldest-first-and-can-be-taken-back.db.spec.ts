import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { DAY } from "../../../../server/shared/instant.js";
import { type Bench, debtsCsv, openPortfolio, payment } from "../portfolio/support/portfolio-bench.js";

let bench: Bench;

beforeEach(async () => {
  bench = await openPortfolio();
  await bench.importText(
    debtsCsv(
      { due_date: "2026-11-01" },
      { reference: "F-2", due_date: "2026-10-01", balance: "100.00" },
      { reference: "F-3", due_date: "2026-09-01", currency: "USD" },
    ),
  );
});
afterEach(() => bench.close());

const record = (overrides: Parameters<typeof payment>[0]) => bench.payments.record(bench.accountId, payment(overrides), "api", bench.actor);

it("settles the debt it names, and no other, in part", async () => {
  expect(await record({})).toMatchObject({ status: "allocated", unallocated_minor: 0 });
  expect(await bench.balances()).toEqual({ "F-1": "50000 open", "F-2": "10000 open", "F-3": "80000 open" });
});

it("settles the oldest of the currency first when it names the debtor only", async () => {
  await record({ debtReference: null, debtorExternalId: "C-1", amountMinor: 15_000 });
  expect(await bench.balances()).toEqual({ "F-1": "75000 open", "F-2": "0 paid", "F-3": "80000 open" });
});

it("gives what is too much to the debtor's other debts in the currency, keeps the rest, and owes it all again when it is taken back", async () => {
  const paid = await record({ amountMinor: 95_000 });
  expect(paid).toMatchObject({ status: "overpaid", unallocated_minor: 5_000 });
  expect(await bench.balances()).toEqual({ "F-1": "0 paid", "F-2": "0 paid", "F-3": "80000 open" });

  const records = bench.entries.length;
  for (let time = 0; time < 2; time++) {
    expect(await bench.payments.reverse(bench.accountId, paid.public_id, "cheque devuelto de Ana", bench.actor)).toMatchObject({
      status: "reversed",
    });
  }
  expect(await bench.balances()).toMatchObject({ "F-1": "80000 open", "F-2": "10000 open" });
  expect(bench.typesSince(records)).toEqual(["payment.reversed"]);
  expect(bench.entries.at(-1)).toMatchObject({ personal: { reason: "cheque devuelto de Ana" }, payload: { amountMinor: 95_000 } });
  expect(JSON.stringify(bench.entries.at(-1)!.payload)).not.toContain("Ana");
});

it("keeps a payment nobody can place, and places it when somebody says what it is for", async () => {
  const lost = await record({ debtReference: "F-9" });
  expect(lost).toMatchObject({ status: "unidentified", debtor_id: null, unallocated_minor: 30_000 });
  const claim = { debtReference: "F-1", debtorExternalId: null };
  expect(await bench.payments.identify(bench.accountId, lost.public_id, claim, bench.actor)).toMatchObject({ status: "allocated" });
  expect(await bench.balances()).toMatchObject({ "F-1": "50000 open" });
  // Sent again as it first came, it is still known.
  expect(await record({ debtReference: "F-9" })).toMatchObject({ status: "allocated" });
  await expect(bench.payments.identify(bench.accountId, lost.public_id, claim, bench.actor)).rejects.toMatchObject({
    code: "payment.placed",
  });
});

it("does not bring a paid debt back with a file that has not heard of the payment", async () => {
  await record({ amountMinor: 80_000 });
  await bench.importText(debtsCsv({}));
  expect(await bench.balances()).toMatchObject({ "F-1": "0 paid" });
  await bench.importText(debtsCsv({ balance: "0" }));
  expect(await bench.balances()).toMatchObject({ "F-1": "0 paid" });
  await bench.importText(debtsCsv({ balance: "120.00" }));
  expect(await bench.balances()).toMatchObject({ "F-1": "12000 open" });
});

it("nor with one that has heard of the first payment only, or has added interest since", async () => {
  await record({ amountMinor: 30_000 });
  await record({ externalId: "P-2", amountMinor: 50_000, valueDate: "2026-11-20" });
  await bench.importText(debtsCsv({ balance: "500.00" }));
  expect(await bench.balances()).toMatchObject({ "F-1": "0 paid" });
  await bench.importText(debtsCsv({ balance: "512.00" }));
  expect(await bench.balances()).toMatchObject({ "F-1": "1200 open" });
  // Days later the creditor's system has heard of it, or it never came.
  await bench.clock.runFor(5 * DAY);
  await bench.importText(debtsCsv({ balance: "515.00" }));
  expect(await bench.balances()).toMatchObject({ "F-1": "51500 open" });
});

it("takes the file's word where it is about another due date, a payment that bounced, or a fee on what is left", async () => {
  await record({ amountMinor: 80_000 });
  await bench.importText(debtsCsv({ balance: "810.00", due_date: "2026-12-01" }));
  expect(await bench.balances()).toMatchObject({ "F-1": "81000 open" });

  await record({ externalId: "P-2", debtReference: "F-2", amountMinor: 4_000 });
  await bench.importText(debtsCsv({ reference: "F-2", due_date: "2026-10-01", balance: "65.00" }));
  expect(await bench.balances()).toMatchObject({ "F-2": "6500 open" });
  await bench.importText(debtsCsv({ reference: "F-2", due_date: "2026-10-01", balance: "105.00" }));
  expect(await bench.balances()).toMatchObject({ "F-2": "10500 open" });
});

it("owes the next instalment of a credit, although it is of the same amount, and not the paid one for a few days of grace", async () => {
  await record({ amountMinor: 80_000 });
  await bench.importText(debtsCsv({ due_date: "2026-11-04" }));
  expect(await bench.balances()).toMatchObject({ "F-1": "0 paid" });
  await bench.importText(debtsCsv({ due_date: "2026-12-04" }));
  expect(await bench.balances()).toMatchObject({ "F-1": "80000 open" });
  await bench.importText(debtsCsv({ due_date: "2026-12-04" }));
  expect(await bench.balances()).toMatchObject({ "F-1": "80000 open" });
});

it("is not owed again for interest in a file that moves its due date by a few days and has not heard of the payment", async () => {
  await record({ amountMinor: 80_000 });
  await bench.importText(debtsCsv({ due_date: "2026-11-04", balance: "805.00" }));
  expect(await bench.balances()).toMatchObject({ "F-1": "500 open" });
});
