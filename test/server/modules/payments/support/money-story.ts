import type { INestApplicationContext } from "@nestjs/common";
import fc from "fast-check";
import { Imports, ImportUndo } from "../../../../../server/modules/imports/index.js";
import { sourceFromText } from "../../../../../server/modules/imports/file/csv-source.adapter.js";
import { Payments } from "../../../../../server/modules/payments/index.js";
import type { SteppedClock } from "../../../../../server/platform/clock/stepped-clock.js";
import type { Actor } from "../../../../../server/shared/actor.js";
import { debtsCsv, payment } from "../../portfolio/support/portfolio-bench.js";

/** Two debts are of one debtor, the third is another's; files may lack any of them, payments may name what is not there yet, or never. */
const DEBTS = ["A", "B", "C"];
const owner = (debt: string) => (debt === "C" ? "D-2" : "D-1");

const which = fc.nat(20);
export const moneyStep = fc.oneof(
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
export type MoneyStep = typeof moneyStep extends fc.Arbitrary<infer S> ? S : never;

export interface MoneyWorld {
  readonly app: INestApplicationContext;
  readonly clock: SteppedClock;
  readonly accountId: number;
  readonly actor: Actor;
}

/**
 * Lives the steps, a second apart. References and payment ids carry the number, so that stories in one database do not meet.
 * @param afterEach gets the SQL pattern of this story's references
 */
export async function liveMoneyStory(
  world: MoneyWorld,
  serial: number,
  steps: readonly MoneyStep[],
  afterEach: (like: string) => Promise<void>,
): Promise<void> {
  const { app, clock, accountId, actor } = world;
  const [files, ledger] = [app.get(Imports, { strict: false }), app.get(Payments, { strict: false })];
  const mine = (name: string) => `${name}/${serial}`;
  const imports: string[] = [];
  const payments: string[] = [];
  const take = async (kind: "debts" | "payments", text: string, mode: "delta" | "snapshot" = "delta") => {
    const source = sourceFromText("f.csv", text);
    imports.push((await files.run(accountId, kind, source, actor, { mode, confirm: true })).public_id);
  };
  const act = async (one: MoneyStep, id: string): Promise<unknown> => {
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
        return payments.push((await ledger.record(accountId, input, "api", actor)).public_id);
      }
      case "pay_by_file":
        return take("payments", `payment_id,reference,amount,currency,value_date\n${id},${mine(one.reference)},50.00,COP,2026-11-19`);
      case "undo": {
        const undone = imports[one.which % imports.length];
        return undone && app.get(ImportUndo, { strict: false }).now(accountId, undone, "archivo equivocado", actor);
      }
      default: {
        const known = payments[one.which % payments.length];
        if (known === undefined) return;
        if (one.kind === "reverse") return ledger.reverse(accountId, known, "devuelto", actor);
        return ledger.identify(accountId, known, { debtReference: mine(one.debt), debtorExternalId: null }, actor);
      }
    }
  };
  for (const [index, one] of steps.entries()) {
    await clock.runFor(1_000);
    await act(one, `P${index}/${serial}`).catch((error: { code?: string }) => {
      // Refused in words, such as the undo of what was paid since.
      if (!/^(import|payment)\./.test(error.code ?? "")) throw error;
    });
    await afterEach(`%/${serial}`);
  }
}
