import { daysAfter, daysFromTo, dayOf } from "./calendar.js";
import { openAt } from "./debt-stories.js";
import { alone, type FigureRule, inEach, sum } from "./reckoned.js";

/** What is owed, and by how many. */
export const OWED_FIGURES: readonly FigureRule[] = [
  {
    id: "portfolio.outstanding",
    reckon: (facts, { endsAt }) => {
      const open = openAt(facts.stories, endsAt);
      return inEach(facts, (currency) =>
        sum(
          open.filter((debt) => debt.currency === currency),
          ({ balanceMinor }) => balanceMinor,
        ),
      );
    },
  },
  {
    id: "portfolio.overdue",
    reckon: (facts, { endsAt }) => {
      const late = openAt(facts.stories, endsAt).filter(({ dueDate }) => dueDate < dayOf(endsAt));
      return inEach(facts, (currency) =>
        sum(
          late.filter((debt) => debt.currency === currency),
          ({ balanceMinor }) => balanceMinor,
        ),
      );
    },
  },
  {
    id: "portfolio.debtors",
    reckon: ({ stories }, { endsAt }) => alone(new Set(openAt(stories, endsAt).map(({ debtor }) => debtor)).size),
  },
];

/** Days from due to paid, of each debt that was paid while it was overdue. */
const REGULARISED: (facts: Parameters<FigureRule["reckon"]>[0], span: Parameters<FigureRule["reckon"]>[1]) => readonly number[] = (
  { stories },
  { beginsAt, endsAt },
) =>
  stories.flatMap(({ states }) => {
    const last = states.findLast(({ at }) => at <= endsAt);
    if (!last?.closed?.byMoney || last.closed.at < beginsAt || last.closed.at >= endsAt) return [];
    const days = daysFromTo(last.dueDate, dayOf(last.closed.at));
    return days > 0 ? [days] : [];
  });

/** How long it takes until a debt is paid. */
export const TIME_FIGURES: readonly FigureRule[] = [
  {
    id: "recovery.time.mean",
    reckon: (facts, span) => {
      const days = REGULARISED(facts, span);
      return alone(
        sum(days, (one) => one),
        days.length,
      );
    },
  },
  {
    id: "recovery.time.median",
    reckon: (facts, span) => {
      const days = REGULARISED(facts, span).toSorted((a, b) => a - b);
      const [low, high] = [days[Math.floor((days.length - 1) / 2)], days[Math.floor(days.length / 2)]];
      return low === undefined || high === undefined ? alone(0, 0) : alone(low + high, 2);
    },
  },
  {
    id: "recovery.time.with-open",
    reckon: (facts, span) => {
      const closed = REGULARISED(facts, span);
      const today = dayOf(span.endsAt);
      const open = openAt(facts.stories, span.endsAt).flatMap(({ dueDate }) => (dueDate < today ? [daysFromTo(dueDate, today)] : []));
      const day = halfBy(closed, open);
      return day === null ? alone(0, 0) : alone(day);
    },
  },
];

/** The first day by which half are closed, each open one counted as long as it was watched (Kaplan and Meier); null where none is. */
function halfBy(closed: readonly number[], open: readonly number[]): number | null {
  let [over, under] = [1n, 1n];
  for (const day of [...new Set(closed)].toSorted((a, b) => a - b)) {
    const watched = [...closed, ...open].filter((days) => days >= day).length;
    over *= BigInt(watched - closed.filter((days) => days === day).length);
    under *= BigInt(watched);
    if (2n * over <= under) return day;
  }
  return null;
}

/** The days asked for but the first: what falls due in them became overdue since they began. */
export function daysWithin(from: string, to: string): readonly string[] {
  return Array.from({ length: daysFromTo(from, to) }, (_, index) => daysAfter(from, index + 1));
}
