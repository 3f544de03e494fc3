import type { CalendarDate } from "../../../../../shared/calendar.js";
import { type Whole, whole } from "../arithmetic/fraction.js";
import { holdsDay, type ReportingPeriod } from "../period.js";

/** What happened to a debt, on its value date; amounts are positive minor units. `reversal`: a payment of `paidOn` that was taken back. */
export type DebtEntry =
  | { readonly kind: "cash" | "forgiven" | "written_off"; readonly on: CalendarDate; readonly minor: Whole }
  | { readonly kind: "reversal"; readonly on: CalendarDate; readonly paidOn: CalendarDate; readonly minor: Whole };

/** A debt that was overdue when the period began, or became so in it. */
export interface OverdueDebt {
  readonly overdueAtStart: Whole;
  readonly newlyOverdue: Whole;
  readonly writtenOffOn: CalendarDate | null;
  readonly entries: readonly DebtEntry[];
}

/** Minor units of one currency. */
export interface DebtRecovery {
  /** All that came, less what was taken back in the period: may be negative. */
  readonly net: bigint;
  /** The part of it that was owed and is not of a time after the write-off. */
  readonly recovered: bigint;
  readonly excess: bigint;
  readonly afterWriteOff: bigint;
  readonly forgiven: bigint;
  readonly writtenOff: bigint;
}

/**
 * What one debt adds to a period's recovery. A reversal comes off on its own day, whenever the payment was; what was forgiven is no money
 * and leaves less to be recovered; what comes after the write-off is kept apart.
 */
export function recoveryOf(debt: OverdueDebt, period: ReportingPeriod): DebtRecovery {
  const inPeriod = debt.entries.filter(({ on }) => holdsDay(period, on));
  const total = (kind: DebtEntry["kind"], when: (entry: DebtEntry) => boolean = () => true) =>
    inPeriod.filter((entry) => entry.kind === kind && when(entry)).reduce((sum, { minor }) => sum + whole(minor), 0n);
  const late = (entry: DebtEntry) => debt.writtenOffOn !== null && paidOn(entry) >= debt.writtenOffOn;
  const afterWriteOff = total("cash", late) - total("reversal", late);
  const before = total("cash") - total("reversal") - afterWriteOff;
  const forgiven = total("forgiven");
  const owed = larger(whole(debt.overdueAtStart) + whole(debt.newlyOverdue) - forgiven, 0n);
  const recovered = before > owed ? owed : before;
  const writtenOff = total("written_off");
  return { net: before + afterWriteOff, recovered, excess: before - recovered, afterWriteOff, forgiven, writtenOff };
}

const paidOn = (entry: DebtEntry) => (entry.kind === "reversal" ? entry.paidOn : entry.on);
const larger = (a: bigint, b: bigint) => (a > b ? a : b);
