import type { SpanOfTime } from "../../domain/spans.js";
import type { CalendarDate } from "../../../../../shared/calendar.js";
import type { Instant } from "../../../../../shared/instant.js";
import type { DebtState } from "../../debts/domain/debt-history.js";
import type { DayTally } from "./day-tally.js";

/**
 * What a debt adds to what was placed, and to what came into collection overdue already, each time it became another.
 * @param stood as it stood before; null for one that is new
 * @param spans what it was since, in order; the first may be the one that stood
 * @param overdueFrom the instant from which a debt of that due date is overdue
 */
export function talliesOfDebt(
  stood: SpanOfTime<DebtState> | null,
  spans: readonly SpanOfTime<DebtState>[],
  overdueFrom: (dueDate: CalendarDate) => Instant,
): DayTally[] {
  const tallies: DayTally[] = [];
  let before: DebtState | null = stood?.state ?? null;
  for (const { seq, fromAt, state } of spans) {
    if (seq === stood?.seq) continue;
    if (before && isSame(before, state)) continue;
    const tally = (of: DebtState, sign: 1 | -1) => {
      const add = (measure: DayTally["measure"], total: number) =>
        tallies.push({ measure, currency: of.currency, day: of.placedOn, recordedAt: fromAt, total: sign * total });
      if (cameOverdue(of, overdueFrom)) add("balance.newly_overdue", of.placedMinor);
      // What an undone import had placed never was.
      if (of.placedMinor <= 0 || of.closedHow === "undone") return;
      add("cohort.debts", 1);
      add("cohort.placed", of.placedMinor);
    };
    if (before) tally(before, -1);
    tally(state, 1);
    before = state;
  }
  return tallies;
}

/** What hangs on nothing else cannot have changed. */
function isSame(before: DebtState, after: DebtState): boolean {
  return before.dueDate === after.dueDate && isPlacedAlike(before, after);
}

/** Whether a debt stands in its cohort as before. */
export function isPlacedAlike(before: DebtState, after: DebtState): boolean {
  const undone = (of: DebtState) => of.closedHow === "undone";
  return before.placedAt === after.placedAt && before.placedMinor === after.placedMinor && undone(before) === undone(after);
}

function cameOverdue({ dueDate, placedAt, placedMinor }: DebtState, overdueFrom: (dueDate: CalendarDate) => Instant): boolean {
  return placedMinor > 0 && overdueFrom(dueDate) < placedAt;
}
