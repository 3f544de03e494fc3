import type { CalendarDate } from "../../../../../shared/calendar.js";
import type { DayTally } from "../../tallies/domain/day-tally.js";
import { STANDARD_PERIODS, type StandardPeriod, startOfStandard } from "../../tallies/domain/standard-period.js";
import { personChanges } from "./people-counts.js";
import { daysChanged, factsOn, type PersonFacts } from "./person-facts.js";

/**
 * What is different in the people of weeks, months, quarters and years after something became known of a debtor: in each period somebody
 * counts once.
 * @param before all that was known of him, `after` all that is
 */
export function talliesOfPerson(before: PersonFacts, after: PersonFacts): DayTally[] {
  const days = daysChanged(before, after);
  return STANDARD_PERIODS.flatMap((period) => {
    const starts = new Set([...days].map((day) => startOfStandard(period, day)));
    return [...starts].flatMap((start) => different(before, after, period, start));
  });
}

function different(before: PersonFacts, after: PersonFacts, period: StandardPeriod, start: CalendarDate): DayTally[] {
  const totals = new Map<string, DayTally>();
  const holds = (day: CalendarDate) => startOfStandard(period, day) === start;
  for (const [facts, sign] of [
    [before, -1],
    [after, 1],
  ] as const) {
    for (const { measure, since, total } of personChanges(factsOn(facts, holds))) {
      const key = `${measure} ${since}`;
      const sum = (totals.get(key)?.total ?? 0) + sign * total;
      totals.set(key, { measure, currency: "", day: start, period, recordedAt: since, total: sum });
    }
  }
  return [...totals.values()].filter(({ total }) => total !== 0);
}
