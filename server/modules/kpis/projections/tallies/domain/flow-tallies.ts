import type { CalendarDate } from "../../../../../shared/calendar.js";
import type { Instant } from "../../../../../shared/instant.js";
import type { Currency } from "../../../../../shared/money.js";
import type { FlowKind } from "../../debts/domain/portfolio-record.js";
import type { DayTally } from "./day-tally.js";

/** A movement of money, as `MoneyFlowRow` keeps it. */
export interface TalliedFlow {
  readonly kind: FlowKind;
  readonly currency: Currency;
  readonly minor: number;
  readonly day: CalendarDate;
  readonly age: number | null;
  readonly recordedAt: Instant;
}

/**
 * Movements of money on debts; a credit note is none, and what is charged, adjusted, written off or let go neither. Money for what had been
 * written off came as well (`cash.net`), and is told apart from what was recovered.
 */
export const CASH_ON_DEBTS = ["payment", "reversal", "credit"] as const satisfies readonly FlowKind[];

/** What a movement adds to the money of its day. What lies on debts comes off what is owed, and so is negative there. */
export function talliesOfFlow({ kind, currency, minor, day, age, recordedAt }: TalliedFlow): DayTally[] {
  const tally = (measure: DayTally["measure"], total: number): DayTally => ({ measure, currency, day, recordedAt, total });
  if (kind === "after_write_off") return [tally("cash.net", -minor)];
  if (kind === "hand") return [tally("cash.net", minor), tally("cash.excess", minor)];
  if (!(CASH_ON_DEBTS as readonly FlowKind[]).includes(kind)) return [];
  const cash = [tally("cash.net", -minor), tally("cash.days", -minor * (age ?? 0))];
  return age !== null && age > 0 ? [...cash, tally("cash.recovered", -minor)] : cash;
}
