import { afterAll, beforeAll, expect, it } from "@jest/globals";
import fc from "fast-check";
import { ImportUndo } from "../../../../server/modules/imports/index.js";
import { sourceFromText } from "../../../../server/modules/imports/file/csv-source.adapter.js";
import { type Bench, debtsCsv, openPortfolio, payment } from "../portfolio/support/portfolio-bench.js";

let bench: Bench;
let serial = 0;
beforeAll(async () => {
  bench = await openPortfolio();
});
afterAll(() => bench.close());

/** Two debts are of one debtor, the third is another's; files may lack any of them, payments may name what is not there yet, or never. */
const DEBTS = ["A", "B", "C"];
const owner = (debt: string) => (debt === "C" ? "D-2" : "D-1");

const which = fc.nat(20);
const step = fc.oneof(
  fc.record({
    kind: fc.constantFrom("delta" as const, "snapshot" as const),
    debts: fc.subarray(DEBTS, { minLength: 1 }),
    balance: fc.constantFrom("0", "100.00", "300.00", "550.00"),
    /** A credit note of the first debtor, in the same file. */
    note: fc.constantFrom(null, null, "0", "-80.00", "-400.00"),
  }),
  fc.record({
    kind: fc.constant("pay" as const),
    reference: fc.constantFrom(...DEBTS, "X", null),
    debtor: fc.constantFrom("D-1", "D-2", null),
    minor: fc.constantFrom(5_000, 10_000, 100_000),
    currency: fc.constantFrom("COP", "COP", "MXN"),
  }),
  fc.record({ kind: fc.constant("pay_by_file" as const), reference: fc.constantFrom(...DEBTS) }),
  fc.record({ kind: fc.constant("reverse" as const), which }),
  fc.record({ kind: fc.constant("undo" as const), which }),
  fc.record({ kind: fc.constant("identify" as const), which, debt: fc.constantFrom(...DEBTS) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function run(steps: readonly Step[]): Promise<void> {
  const mine = (name: string) => `${name}/${serial}`;
  serial++;
  const imports: string[] = [];
  const payments: string[] = [];
  const take = async (kind: "debts" | "payments", text: string, mode: "delta" | "snapshot" = "delta") => {
    const source = sourceFromText("f.csv", text);
    imports.push((await bench.imports.run(bench.accountId, kind, source, bench.actor, { mode, confirm: true })).public_id);
  };
  const act = async (one: Step, id: string): Promise<unknown> => {
    switch (one.kind) {
      case "delta":
      case "snapshot": {
        const rows = one.debts.map((debt) => ({ external_id: mine(owner(debt)), phone: "", reference: mine(debt), balance: one.balance }));
        const note = { external_id: mine("D-1"), phone: "", reference: mine("NC"), amount: "", balance: one.note ?? "" };
        const [header, ...lines] = debtsCsv(...rows, ...(one.note === null ? [] : [note])).split("\n");
        return take("debts", [`source,${header}`, ...lines.map((line) => `${serial},${line}`)].join("\n"), one.kind);
      }
      case "pay": {
        if (one.reference === null && one.debtor === null) return;
        const named = { debtReference: one.reference && mine(one.reference), debtorExternalId: one.debtor && mine(one.debtor) };
        const input = payment({ externalId: id, ...named, amountMinor: one.minor, currency: one.currency });
        return payments.push((await bench.payments.record(bench.accountId, input, "api", bench.actor)).public_id);
      }
      case "pay_by_file":
        return take("payments", `payment_id,reference,amount,currency,value_date\n${id},${mine(one.reference)},50.00,COP,2026-11-19`);
      case "undo": {
        const undone = imports[one.which % imports.length];
        return undone && bench.app.get(ImportUndo).now(bench.accountId, undone, "archivo equivocado", bench.actor);
      }
      default: {
        const known = payments[one.which % payments.length];
        if (known === undefined) return;
        if (one.kind === "reverse") return bench.payments.reverse(bench.accountId, known, "devuelto", bench.actor);
        return bench.payments.identify(bench.accountId, known, { debtReference: mine(one.debt), debtorExternalId: null }, bench.actor);
      }
    }
  };
  for (const [index, one] of steps.entries()) {
    await bench.clock.runFor(1_000);
    await act(one, `P${index}/${serial}`).catch((error: { code?: string }) => {
      // Refused in words, such as the undo of what was paid since.
      if (!/^(import|payment)\./.test(error.code ?? "")) throw error;
    });
    await check(`%/${serial}`);
  }
}

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
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), run), { numRuns: 25, seed: 20_261_120 });
});
