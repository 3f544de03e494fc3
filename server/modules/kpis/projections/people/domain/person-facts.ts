import type { CalendarDate } from "../../../../../shared/calendar.js";
import type { Instant } from "../../../../../shared/instant.js";
import type { Currency } from "../../../../../shared/money.js";

/** An attempt on somebody, and when it was written down what became of it. */
export interface PersonsTry {
  readonly day: CalendarDate;
  readonly made: Instant;
  readonly delivered: Instant | null;
  readonly read: Instant | null;
  readonly answered: Instant | null;
}

/** What the counts of people are made of: all of one debtor, each with the day it counts for and when it was written down. */
export interface PersonFacts {
  readonly tries: readonly PersonsTry[];
  /** Attempts that a rule forbade or moved. */
  readonly kept: readonly { readonly day: CalendarDate; readonly recorded: Instant }[];
  /** Promises by the day they were made on, for as long as they were not cancelled; null: it still is so. */
  readonly promises: readonly { readonly day: CalendarDate; readonly from: Instant; readonly to: Instant | null }[];
  /** Payments and what was taken back of them: negative comes off what is owed. */
  readonly money: readonly {
    readonly day: CalendarDate;
    readonly currency: Currency;
    readonly minor: number;
    readonly recorded: Instant;
  }[];
}

export const NO_FACTS: PersonFacts = { tries: [], kept: [], promises: [], money: [] };

/** Those that count for days of which `holds` is true. */
export function factsOn({ tries, kept, promises, money }: PersonFacts, holds: (day: CalendarDate) => boolean): PersonFacts {
  const own = <Fact extends { readonly day: CalendarDate }>(facts: readonly Fact[]) => facts.filter(({ day }) => holds(day));
  return { tries: own(tries), kept: own(kept), promises: own(promises), money: own(money) };
}

/** The days of what is in one and not in the other. */
export function daysChanged(before: PersonFacts, after: PersonFacts): Set<CalendarDate> {
  const counts = new Map<string, { readonly day: CalendarDate; readonly n: number }>();
  const count = (facts: readonly { readonly day: CalendarDate }[], kind: keyof PersonFacts, sign: 1 | -1) => {
    for (const fact of facts) {
      const key = `${kind} ${Object.values(fact).join(" ")}`;
      counts.set(key, { day: fact.day, n: (counts.get(key)?.n ?? 0) + sign });
    }
  };
  for (const [facts, sign] of [
    [before, -1],
    [after, 1],
  ] as const) {
    for (const kind of ["tries", "kept", "promises", "money"] as const) count(facts[kind], kind, sign);
  }
  return new Set([...counts.values()].flatMap(({ day, n }) => (n === 0 ? [] : [day])));
}
