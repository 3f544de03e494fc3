import { addDays } from "../../../../../shared/calendar.js";
import type { Instant } from "../../../../../shared/instant.js";
import type { DayTally } from "../../tallies/domain/day-tally.js";
import { type Brought, broughtAt, type CohortFacts, instantsOf } from "./cohort-facts.js";

/** Curves are as long, in days since placement. */
export const LONGEST_CURVE = 366;

/** Days since placement by which what came is kept for each day of placement. */
export const COHORT_DAYS = [30, 60, 90] as const;

/** What is different in cohorts after a debt or its money became another. */
export function talliesOfCohort(before: CohortFacts, after: CohortFacts): DayTally[] {
  const sums = new Map<string, { readonly brought: Brought; readonly at: Instant; total: number }>();
  for (const [facts, sign] of [
    [before, -1],
    [after, 1],
  ] as const) {
    for (const { brought, at } of stepsOf(facts)) {
      const key = `${brought.currency} ${brought.placedOn} ${brought.day} ${at}`;
      const total = (sums.get(key)?.total ?? 0) + sign * brought.minor;
      sums.set(key, { brought, at, total });
    }
  }
  return [...sums.values()].filter(({ total }) => total !== 0).flatMap(({ brought, at, total }) => talliesOfBrought(brought, at, total));
}

/** What a debt brought more, or less, than was known before, and when that came to be known. */
function stepsOf(facts: CohortFacts): { readonly brought: Brought; readonly at: Instant }[] {
  if (facts.money.length === 0) return [];
  let stood: Brought[] = [];
  return instantsOf(facts).flatMap((at) => {
    const stands = broughtAt(facts, at);
    const steps = [...stood.map((one) => ({ ...one, minor: -one.minor })), ...stands].map((brought) => ({ brought, at }));
    stood = stands;
    return steps;
  });
}

/** A day of a month's curve is kept as the date that lies so many days after the first of the month. */
function talliesOfBrought({ currency, placedOn, day }: Brought, recordedAt: Instant, total: number): DayTally[] {
  const common = { currency, recordedAt, total };
  const month = placedOn.slice(0, 7);
  const curve: DayTally = { ...common, measure: `cohort.brought ${month}`, day: addDays(`${month}-01`, day), period: "cohort" };
  const by = COHORT_DAYS.filter((most) => day <= most).map((most): DayTally => ({
    ...common,
    measure: `cohort.by_${most}`,
    day: placedOn,
  }));
  return day <= LONGEST_CURVE ? [curve, ...by] : by;
}
