import type { CalendarDate } from "../../../../../shared/calendar.js";
import type { Instant } from "../../../../../shared/instant.js";
import type { DayTally, TALLIED_PEOPLE } from "./day-tally.js";
import { STANDARD_PERIODS, type StandardPeriod, startOfStandard } from "./standard-period.js";

type People = (typeof TALLIED_PEOPLE)[number];

/** What counting people needs of an attempt that was made. */
export interface PersonsTry {
  readonly ref: string;
  readonly debtorId: number;
  readonly day: CalendarDate;
  readonly madeRecorded: Instant;
  readonly answeredRecorded: Instant | null;
}

interface First {
  readonly measure: People;
  readonly period: StandardPeriod;
  readonly day: CalendarDate;
  readonly since: Instant;
}

/**
 * What is different in the people of weeks, months, quarters and years after a debtor's attempts became others: in each period somebody
 * counts once, since the first of his attempts in it that counts was known.
 * @param before all attempts on one debtor in every period that an attempt of `after` lies in and `before` does not have as it is
 */
export function talliesOfPeople(before: readonly PersonsTry[], after: readonly PersonsTry[]): DayTally[] {
  const [were, are] = [firstsOf(before), firstsOf(after)];
  const tally = ({ measure, period, day, since }: First, total: 1 | -1): DayTally => ({
    measure,
    currency: "",
    day,
    period,
    recordedAt: since,
    total,
  });
  return [...new Set([...were.keys(), ...are.keys()])].flatMap((key) => {
    const [was, is] = [were.get(key), are.get(key)];
    if (was?.since === is?.since) return [];
    return [...(was ? [tally(was, -1)] : []), ...(is ? [tally(is, 1)] : [])];
  });
}

function firstsOf(tries: readonly PersonsTry[]): Map<string, First> {
  const firsts = new Map<string, First>();
  const put = (measure: People, day: CalendarDate, since: Instant) => {
    for (const period of STANDARD_PERIODS) {
      const start = startOfStandard(period, day);
      const key = `${measure} ${period} ${start}`;
      const known = firsts.get(key);
      if (!known || since < known.since) firsts.set(key, { measure, period, day: start, since });
    }
  };
  for (const { day, madeRecorded, answeredRecorded } of tries) {
    put("debtors.attempted", day, madeRecorded);
    if (answeredRecorded !== null) put("debtors.answering", day, Math.max(madeRecorded, answeredRecorded));
  }
  return firsts;
}
