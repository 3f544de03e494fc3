import type { Attempt } from "./attempts.js";
import { dayOf, holds, type Span } from "./calendar.js";
import { paidFor, type TellPromise } from "./promises.js";
import { alone, type Facts, type FigureRule, inEach, sum } from "./reckoned.js";

const attempted = ({ attempts }: Facts, span: Span) => attempts.filter(({ at, day }) => at <= span.asOf && holds(span, day));
const people = (attempts: readonly Attempt[]) => new Set(attempts.map(({ debtor }) => debtor)).size;

/** Those of whom something was known by then. */
const known = (attempts: readonly Attempt[], what: "delivered" | "read" | "failed" | "answered", { asOf }: Span) =>
  attempts.filter((attempt) => (attempt[what] ?? Number.POSITIVE_INFINITY) <= asOf);

const ofAttempts = (id: string, what: "delivered" | "read" | "failed" | "answered"): FigureRule => ({
  id,
  reckon: (facts, span) => {
    const all = attempted(facts, span);
    return alone(known(all, what, span).length, all.length);
  },
});

/** Whom somebody tried to reach, and what came of it. */
export const CONTACT_FIGURES: readonly FigureRule[] = [
  ofAttempts("delivery.delivered", "delivered"),
  ofAttempts("delivery.read", "read"),
  ofAttempts("delivery.failed", "failed"),
  ofAttempts("contact.successful.attempts", "answered"),
  {
    id: "contact.successful.delivered",
    reckon: (facts, span) => {
      const all = attempted(facts, span);
      return alone(known(all, "answered", span).length, known(all, "delivered", span).length);
    },
  },
  {
    id: "contact.successful.debtors",
    reckon: (facts, span) => {
      const all = attempted(facts, span);
      return alone(people(known(all, "answered", span)), people(all));
    },
  },
  {
    id: "schedule.compliance",
    reckon: (facts, span) => {
      const all = attempted(facts, span);
      return alone(all.filter(({ lawful }) => lawful).length, all.length);
    },
  },
];

const madeIn = ({ promises }: Facts, span: Span) => promises.filter(({ at, day }) => at <= span.asOf && holds(span, day));

/** Those whose last day is over, without those that ended before it unpaid. */
function dueIn(facts: Facts, span: Span): readonly TellPromise[] {
  return facts.promises.filter((promise) => {
    const { at, lastDay, endedAt, minor } = promise;
    if (at > span.asOf || !holds(span, lastDay) || lastDay >= dayOf(span.asOf)) return false;
    return endedAt === null || endedAt > span.asOf || paidFor(promise, facts, endedAt) >= minor;
  });
}

/** What debtors promised, and what came of it. */
export const PROMISE_FIGURES: readonly FigureRule[] = [
  {
    id: "promises.rate",
    reckon: (facts, span) =>
      alone(new Set(madeIn(facts, span).map(({ debtor }) => debtor)).size, people(known(attempted(facts, span), "answered", span))),
  },
  {
    id: "promises.kept.count",
    reckon: (facts, span) => {
      const due = dueIn(facts, span);
      return alone(due.filter((promise) => paidFor(promise, facts, span.asOf) >= promise.minor).length, due.length);
    },
  },
  {
    id: "promises.kept.amount",
    reckon: (facts, span) =>
      inEach(facts, (currency) => {
        const due = dueIn(facts, span).filter((promise) => promise.currency === currency);
        return [sum(due, (promise) => paidFor(promise, facts, span.asOf)), sum(due, ({ minor }) => minor)];
      }),
  },
];
