import { beginningOf, dayOf, daysAfter, daysFromTo, type Span } from "./calendar.js";
import { type Debts, openAt, stateAt, valueDayOf } from "./debt-stories.js";
import { daysWithin } from "./owed-figures.js";
import { type FigureRule, inEach, moneyIn, sum } from "./reckoned.js";

/** How late money came for its debt, in days; it has no age in hand. */
const ageOf = (move: ReturnType<typeof moneyIn>[number]) => (move.debt ? daysFromTo(move.debt.dueDate, valueDayOf(move)) : 0);

const collected = (facts: Debts, span: Span, currency: string) => sum(moneyIn(facts, span, currency), ({ minor }) => minor);

/** Who has money of the days asked for on a debt. */
const paying = (facts: Debts, span: Span, currency: string) =>
  new Set(moneyIn(facts, span, currency).flatMap(({ kind, debt }) => (kind === "payment" && debt ? [debt.debtor] : []))).size;

const owedAtFirst = ({ stories }: Debts, { beginsAt }: Span, currency: string) =>
  openAt(stories, beginsAt).filter((debt) => debt.currency === currency);

/** Overdue as the days began, or since: each debt once. */
function wasToCome(facts: Debts, span: Span, currency: string): number {
  const own = facts.stories.filter((story) => story.currency === currency);
  const late = sum(
    owedAtFirst(facts, span, currency).filter(({ dueDate }) => dueDate < dayOf(span.beginsAt)),
    ({ balanceMinor }) => balanceMinor,
  );
  const fell = daysWithin(span.from, span.to)
    .filter((day) => beginningOf(day) < span.endsAt)
    .flatMap((day) => openAt(own, beginningOf(day)).filter(({ dueDate }) => daysAfter(dueDate, 1) === day));
  const cameLate = own.filter((story) => {
    const last = stateAt(story, span.endsAt);
    return story.placedAt >= span.beginsAt && story.placedAt < span.endsAt && last !== null && last.dueDate < dayOf(story.placedAt);
  });
  return late + sum(fell, ({ balanceMinor }) => balanceMinor) + sum(cameLate, ({ placedMinor }) => placedMinor);
}

/** Accounts that owed as the days began, or came to owe in them. */
function accountsOpen(facts: Debts, span: Span, currency: string): number {
  const own = facts.stories.filter((story) => story.currency === currency);
  const since = own.filter(({ states }) =>
    states.some(({ at, balanceMinor }) => at > span.beginsAt && at <= span.endsAt && balanceMinor > 0),
  );
  return new Set([...owedAtFirst(facts, span, currency), ...since].map(({ debtor }) => debtor)).size;
}

/** What had come by a day after its placement of each debt old enough, at most what was placed. */
function cohort(facts: Debts, { asOf, from, to }: Span, currency: string, day: number): readonly [number, number] {
  const through = daysAfter(dayOf(asOf), -1);
  const old = facts.stories.filter(({ placedAt, ...story }) => {
    const placedOn = dayOf(placedAt);
    return story.currency === currency && placedAt <= asOf && from <= placedOn && placedOn <= to && daysFromTo(placedOn, through) >= day;
  });
  const brought = sum(old, ({ reference, placedAt, placedMinor }) => {
    const came = facts.moves.filter(
      (move) =>
        move.debt?.reference === reference &&
        move.kind !== "stated" &&
        move.at <= asOf &&
        daysFromTo(dayOf(placedAt), valueDayOf(move)) <= day,
    );
    return Math.min(
      placedMinor,
      sum(came, ({ minor }) => minor),
    );
  });
  return [brought, sum(old, ({ placedMinor }) => placedMinor)];
}

/** What came in, and of what. */
export const MONEY_FIGURES: readonly FigureRule[] = [
  { id: "collected.total", reckon: (facts, span) => inEach(facts, (currency) => collected(facts, span, currency)) },
  {
    id: "collected.each-paying",
    reckon: (facts, span) => inEach(facts, (currency) => [collected(facts, span, currency), paying(facts, span, currency)]),
  },
  {
    id: "collected.each-open",
    reckon: (facts, span) => inEach(facts, (currency) => [collected(facts, span, currency), accountsOpen(facts, span, currency)]),
  },
  {
    id: "recovery.period",
    reckon: (facts, span) =>
      inEach(facts, (currency) => {
        const late = moneyIn(facts, span, currency).filter((move) => ageOf(move) > 0);
        return [sum(late, ({ minor }) => minor), wasToCome(facts, span, currency)];
      }),
  },
  {
    id: "recovery.overpaid",
    reckon: (facts, span) =>
      inEach(facts, (currency) =>
        sum(
          moneyIn(facts, span, currency).filter(({ kind }) => kind === "hand"),
          ({ minor }) => minor,
        ),
      ),
  },
  ...[30, 60].map((day): FigureRule => {
    return { id: `recovery.by-day-${day}`, reckon: (facts, span) => inEach(facts, (currency) => cohort(facts, span, currency, day)) };
  }),
  {
    id: "effectiveness.to-opening",
    reckon: (facts, span) =>
      inEach(facts, (currency) => [
        collected(facts, span, currency),
        sum(owedAtFirst(facts, span, currency), ({ balanceMinor }) => balanceMinor),
      ]),
  },
  {
    id: "dso.days-to-pay",
    reckon: (facts, span) =>
      inEach(facts, (currency) => [
        sum(moneyIn(facts, span, currency), (move) => move.minor * ageOf(move)),
        collected(facts, span, currency),
      ]),
  },
];
