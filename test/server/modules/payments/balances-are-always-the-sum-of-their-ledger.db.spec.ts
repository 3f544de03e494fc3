import { afterAll, beforeAll, expect, it } from "@jest/globals";
import fc from "fast-check";
import { type Bench, debtsCsv, openPortfolio, payment } from "../portfolio/support/portfolio-bench.js";

const REFERENCES = ["F-1", "F-2", "F-3"];
let bench: Bench;
let serial = 0;

beforeAll(async () => {
  bench = await openPortfolio();
});
afterAll(() => bench.close());

type Step =
  | { readonly kind: "import"; readonly balances: readonly number[] }
  | { readonly kind: "pay"; readonly minor: number; readonly reference: string | null; readonly twice: boolean }
  | { readonly kind: "reverse"; readonly which: number };

const minor = fc.integer({ min: 1, max: 150_000 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant("import" as const), balances: fc.tuple(minor, minor, minor) }),
  fc.record({
    kind: fc.constant("pay" as const),
    minor,
    reference: fc.constantFrom(...REFERENCES, "F-unknown", null),
    twice: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("reverse" as const), which: fc.nat(5) }),
);

async function run(steps: readonly Step[]): Promise<void> {
  const debtor = `C-${++serial}`;
  const mine = (reference: string) => `${reference}/${serial}`;
  const payments: string[] = [];
  const load = (balances: readonly number[]) =>
    bench.importText(
      debtsCsv(
        ...REFERENCES.map((reference, n) => ({
          external_id: debtor,
          phone: "",
          reference: mine(reference),
          balance: (balances[n]! / 100).toFixed(2),
        })),
      ),
    );
  await load([100_000, 50_000, 25_000]);
  for (const one of steps) {
    if (one.kind === "import") await load(one.balances);
    else if (one.kind === "pay") {
      const externalId = `P-${serial}-${payments.length}`;
      const input = payment({
        externalId,
        amountMinor: one.minor,
        debtorExternalId: debtor,
        debtReference: one.reference && mine(one.reference),
      });
      for (let time = 0; time < (one.twice ? 2 : 1); time++)
        payments[payments.length - time] = (await bench.payments.record(bench.accountId, input, "api", bench.actor)).public_id;
    } else if (payments.length > 0)
      await bench.payments.reverse(bench.accountId, payments[one.which % payments.length]!, "test", bench.actor);
    await check();
  }
}

/** Invariants of money, from the rows alone. */
async function check(): Promise<void> {
  const debts = await bench.db.rows<{ balance: number; total: number | string; status: string }>(
    "select d.balance_minor as balance, d.status, (select sum(amount_minor) from ledger_entry e where e.debt_id = d.id) as total from debt d",
  );
  for (const debt of debts) {
    expect(Number(debt.total)).toBe(debt.balance);
    expect(debt.balance).toBeGreaterThanOrEqual(0);
    expect(debt.status).toBe(debt.balance > 0 ? "open" : "paid");
  }
  const payments = await bench.db.rows<{ amount: number; unallocated: number; status: string; allocated: number | string }>(
    `select p.amount_minor as amount, p.unallocated_minor as unallocated, p.status,
       (select coalesce(-sum(amount_minor), 0) from ledger_entry e where e.payment_id = p.id) as allocated from payment p`,
  );
  for (const { amount, unallocated, status, allocated } of payments) {
    expect(Number(allocated) + unallocated).toBe(status === "reversed" ? 0 : amount);
    expect(Number.isSafeInteger(amount)).toBe(true);
  }
}

it("holds after any history of files, payments, repeats and reversals", async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), run), { numRuns: 15 });
});
