import { afterEach, beforeEach, expect, it } from "@jest/globals";
import type { PaymentStatus } from "../../../../server/modules/payments/domain/payment-status.js";
import { PaymentsView } from "../../../../server/modules/payments/payments.view.js";
import { type Bench, debtsCsv, openPortfolio, payment } from "../portfolio/support/portfolio-bench.js";

let bench: Bench;

beforeEach(async () => {
  bench = await openPortfolio();
  await bench.importText(debtsCsv({ due_date: "2026-11-01" }, { reference: "F-2", due_date: "2026-10-01", balance: "100.00" }));
});
afterEach(() => bench.close());

const record = (overrides: Parameters<typeof payment>[0]) =>
  bench.payments.record(bench.accountId, payment(overrides), "hand", bench.actor);
const listed = async (status: PaymentStatus | null = null) => {
  const view = bench.app.get(PaymentsView);
  return view.of(bench.accountId, await view.list(bench.accountId, { status, debtorId: null }, null, 50));
};

it("names the debtor, each debt it settled and what that still owes", async () => {
  await record({ debtReference: null, debtorExternalId: "C-1", amountMinor: 15_000 });
  expect(await listed()).toMatchObject([
    {
      source: "hand",
      status: "allocated",
      debtor: { name: "Ana Pérez", externalId: "C-1" },
      settled: [
        { reference: "F-1", amount: { minor: 5_000, currency: "COP" }, balance: { minor: 75_000, currency: "COP" } },
        { reference: "F-2", amount: { minor: 10_000 }, balance: { minor: 0 } },
      ],
      reversedFor: null,
    },
  ]);
});

it("keeps what the payer said of one that nobody could place", async () => {
  await record({ debtReference: "F-9" });
  expect(await listed("unidentified")).toMatchObject([
    { debtor: null, settled: [], claimed: { debtReference: "F-9", debtorExternalId: null }, unallocated: { minor: 30_000 } },
  ]);
});

it("says why one was taken back, and that nothing is settled by it any more", async () => {
  const paid = await record({});
  await bench.payments.reverse(bench.accountId, paid.public_id, "cheque devuelto", bench.actor);
  expect(await listed("reversed")).toMatchObject([{ status: "reversed", settled: [], reversedFor: "cheque devuelto" }]);
  expect(await listed("allocated")).toEqual([]);
});
