import { afterAll, beforeAll, expect, it } from "@jest/globals";
import fc from "fast-check";
import { type Bench, openPortfolio } from "../portfolio/support/portfolio-bench.js";
import { liveMoneyStory, moneyStep } from "./support/money-story.js";

let bench: Bench;
let serial = 0;
beforeAll(async () => {
  bench = await openPortfolio();
});
afterAll(() => bench.close());

async function check(like: string): Promise<void> {
  const debts = await bench.db.rows<{ balance: number; status: string; total: number | string }>(
    `select d.balance_minor as balance, d.status, (select sum(e.amount_minor) from ledger_entry e where e.debt_id = d.id) as total
       from debt d where d.reference like ?`,
    [like],
  );
  for (const { balance, status, total } of debts) {
    expect(Number(total)).toBe(balance);
    expect(status).toBe(balance > 0 ? "open" : status === "cancelled" ? "cancelled" : "paid");
  }
  const payments = await bench.db.rows<{ amount: number; unallocated: number; status: string; allocated: number | string }>(
    `select p.amount_minor as amount, p.unallocated_minor as unallocated, p.status,
            (select coalesce(-sum(e.amount_minor), 0) from ledger_entry e where e.payment_id = p.id) as allocated
       from payment p where p.external_id like ? or (p.source = 'note' and p.claimed_reference like ?)`,
    [like, like],
  );
  for (const { amount, unallocated, status, allocated } of payments)
    expect(Number(allocated) + unallocated).toBe(status === "reversed" ? 0 : amount);
  // Nobody owes anything for which they have something in hand.
  const both = await bench.db.rows<object>(
    `select p.debtor_id from payment p join debt d on d.account_id = p.account_id and d.debtor_id = p.debtor_id and d.currency = p.currency
      where p.status = 'overpaid' and p.unallocated_minor > 0 and d.status = 'open' and d.reference like ?`,
    [like],
  );
  expect(both).toEqual([]);
  // Whoever may have paid something that waits for a person is held, and nobody else.
  const people = await bench.db.rows<{ id: string; waits: number; held: number }>(
    `select b.external_id as id,
            (select count(*) from payment p where p.status = 'unidentified' and (p.claimed_debtor = b.external_id or p.claimed_reference in
               (select d.reference from debt d where d.debtor_id = b.id and d.source not like 'undone:%'))) as waits,
            (select count(*) from hold h where h.debtor_id = b.id and h.released_at is null and h.actor = 'system:payments') as held
       from debtor b where b.external_id like ?`,
    [like],
  );
  for (const { id, waits, held } of people) expect({ id, held: Number(held) }).toEqual({ id, held: Number(waits) > 0 ? 1 : 0 });
}

it("after any history of files, payments, undos and reversals", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(moneyStep, { minLength: 4, maxLength: 12 }), (steps) => liveMoneyStory(bench, serial++, steps, check)),
    { numRuns: 25, seed: 20_261_120 },
  );
});
