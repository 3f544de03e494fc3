import { addDays, type CalendarDate } from "../../../shared/calendar.js";
import type { Instant } from "../../../shared/instant.js";
import { type Interval, localDate, wholeDay } from "../../../shared/zone.js";
import { type Check, checksFor } from "./checks.js";
import type { Reason, RuleFacts } from "./decision.js";
import type { ContactIntent, PolicyFacts } from "./facts.js";
import type { PolicyPack } from "./pack.js";
import { allOf, nextClosed, nextOpen, type Timeline } from "./timeline.js";
import type { Certainty, Channel, RuleClass } from "./vocabulary.js";

/** One square of the contact calendar: when a new contact is open on that date, and if never, why. */
export interface ContactDay {
  readonly date: CalendarDate;
  /** What is left of the date from the first instant asked about. */
  readonly open: readonly Interval[];
  /**
   * The rules that close all that is left of the date: first what time will not open, then law before policy. Empty when something is open, or
   * when only several together close it.
   */
  readonly closedBy: readonly ClosingRule[];
}

export interface ClosingRule {
  readonly packId: string;
  readonly ruleId: string;
  readonly reason: Reason;
  readonly class: RuleClass;
  readonly certainty: Certainty;
  readonly source: string;
  readonly facts: RuleFacts;
}

export interface ContactRow {
  readonly channel: Channel;
  readonly days: readonly ContactDay[];
}

/**
 * The contact calendar: per channel and date of `zone` (the debtor's), when a new contact would be open if nothing else happened. Read from the
 * same timelines as `decide`, so the two cannot disagree.
 * @param days at most 59
 * @throws RangeError for an unknown zone
 */
export function openIntervals(
  question: { readonly intent: Omit<ContactIntent, "channel">; readonly channels: readonly Channel[]; readonly zone: string },
  facts: PolicyFacts,
  packs: readonly PolicyPack[],
  from: Instant,
  days: number,
): ContactRow[] {
  const today = localDate(question.zone, from);
  const dates = Array.from({ length: Math.min(days, 59) }, (_, i) => addDays(today, i));
  return question.channels.map((channel) => {
    const { all } = checksFor({ ...question.intent, channel }, facts, packs, from);
    const together = allOf(all.map(({ timeline }) => timeline));
    return {
      channel,
      days: dates.map((date) => {
        const { start, end } = wholeDay(question.zone, date);
        const left = { start: Math.max(start, from), end };
        const open = openWithin(together, left);
        return { date, open, closedBy: open.length > 0 ? [] : closing(all, left) };
      }),
    };
  });
}

function openWithin(timeline: Timeline, { start, end }: Interval): Interval[] {
  const found: Interval[] = [];
  let at: Instant | null = start;
  while ((at = nextOpen(timeline, at, end)) !== null) {
    const until: Instant = nextClosed(timeline, at, end) ?? end;
    found.push({ start: at, end: until });
    at = until;
  }
  return found;
}

function closing(all: readonly Check[], { start, end }: Interval): ClosingRule[] {
  const isForGood = ({ timeline }: Check) => timeline(start).until === Number.POSITIVE_INFINITY;
  return all
    .filter(({ timeline }) => nextOpen(timeline, start, end) === null)
    .sort((a, b) => Number(isForGood(b)) - Number(isForGood(a)) || Number(b.rule.class === "law") - Number(a.rule.class === "law"))
    .map(({ pack, rule, describe }) => ({
      packId: pack.id,
      ruleId: rule.id,
      class: rule.class,
      certainty: rule.certainty,
      source: rule.source,
      ...describe(start),
    }));
}
