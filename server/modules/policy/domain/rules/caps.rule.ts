import type { Instant } from "../../../../shared/instant.js";
import type { Interval } from "../../../../shared/zone.js";
import type { Reason } from "../decision.js";
import type { AttemptFact } from "../facts.js";
import type { CapRule, DistinctChannelsRule, QuietDaysRule } from "../pack.js";
import { allOf, anyOf, closedDuring, during, overlaps, type Timeline } from "../timeline.js";
import type { Channel } from "../vocabulary.js";
import { type RuleFinding, inEachZone, type RuleContext } from "./finding.js";
import { counted, quietFor, type PeriodReading, readingsOf, rememberedDuring } from "./memory.js";

const CAP_REASON: Readonly<Record<PeriodReading, Reason>> = {
  calendar_day: "cap_day",
  calendar_week: "cap_week",
  rolling_7d: "cap_seven_days",
  rolling_7d_by_date: "cap_seven_days",
};
const CHANNELS_REASON: Readonly<Record<PeriodReading, Reason>> = {
  calendar_day: "channels_day",
  calendar_week: "channels_week",
  rolling_7d: "channels_seven_days",
  rolling_7d_by_date: "channels_seven_days",
};

/** At most `max` contacts in a period. Closed wherever `max` remembered attempts overlap. */
export function cap(rule: CapRule, context: RuleContext): RuleFinding[] {
  return readingsOf(rule.period).flatMap((reading) =>
    inEachZone(context, (zone) => {
      const remembered = (attempts: readonly AttemptFact[]) => attempts.map(({ at }) => rememberedDuring(reading, at, zone));
      const groups = debtGroups(rule.per, context);
      return {
        timeline: counting(context, (lenient) =>
          allOf(groups.map((debtId) => closedDuring(overlaps(remembered(select(lenient, debtId)), rule.max)))),
        ),
        describe: (at) => {
          const used = fullest(groups.map((debtId) => select(isLenient(context, at), debtId).filter(rememberedAt(reading, zone, at))));
          return { reason: CAP_REASON[reading], facts: { zone, period: reading, max: rule.max, used: used.length, last: latest(used) } };
        },
      };
    }),
  );

  function select(lenient: boolean, debtId: string | null) {
    return counted(context.facts.attempts, { channels: rule.channels, lenient, debtId });
  }
}

/** At most `max` different channels in a period: closed wherever `max` other channels are remembered already. */
export function distinctChannels(rule: DistinctChannelsRule, context: RuleContext): RuleFinding[] {
  const { channel } = context.intent;
  const others = (lenient: boolean) =>
    counted(context.facts.attempts, { channels: rule.channels, lenient, debtId: null }).filter((attempt) => attempt.channel !== channel);
  return readingsOf(rule.period).flatMap((reading) =>
    inEachZone(context, (zone) => ({
      timeline: counting(context, (lenient) => {
        const perChannel = Map.groupBy(others(lenient), (attempt) => attempt.channel);
        const used = [...perChannel.values()].flatMap((attempts) =>
          overlaps(
            attempts.map(({ at }) => rememberedDuring(reading, at, zone)),
            1,
          ),
        );
        return closedDuring(overlaps(used, rule.max));
      }),
      describe: (at) => {
        const used = others(isLenient(context, at)).filter(rememberedAt(reading, zone, at));
        const channels = [...new Set<Channel>(used.map((attempt) => attempt.channel))].sort();
        return {
          reason: CHANNELS_REASON[reading],
          facts: { zone, period: reading, max: rule.max, channels: channels.join(" "), last: latest(used) },
        };
      },
    })),
  );
}

/** Dates of silence after a contact or a conversation. */
export function quietDays(rule: QuietDaysRule, context: RuleContext): RuleFinding[] {
  const groups = debtGroups(rule.per, context);
  const select = (lenient: boolean, debtId: string | null) =>
    counted(context.facts.attempts, { channels: rule.channels, lenient, debtId }).filter(
      (attempt) => rule.after === "attempt" || attempt.conversation,
    );
  return inEachZone(context, (zone) => ({
    timeline: counting(context, (lenient) =>
      closedDuring(groups.flatMap((debtId) => select(lenient, debtId).map(({ at }) => quietFor(rule.days, at, zone)))),
    ),
    describe: (at) => ({
      reason: "quiet_days",
      facts: { zone, days: rule.days, last: latest(groups.flatMap((debtId) => select(isLenient(context, at), debtId))) },
    }),
  }));
}

/** The strict reading always, except while an exception asks for the lenient one. */
function counting({ lenientDuring }: RuleContext, build: (lenient: boolean) => Timeline): Timeline {
  const strict = build(false);
  return lenientDuring.length === 0 ? strict : allOf([build(true), anyOf([during(lenientDuring), strict])]);
}

function isLenient({ lenientDuring }: RuleContext, at: Instant): boolean {
  return lenientDuring.some(({ start, end }: Interval) => start <= at && at < end);
}

/** `null` counts over all debts. A cap per debt with no debt named counts over all: less would be a way around it. */
function debtGroups(per: "debtor" | "debt", { intent }: RuleContext): readonly (string | null)[] {
  return per === "debtor" || intent.debtIds.length === 0 ? [null] : intent.debtIds;
}

function rememberedAt(reading: PeriodReading, zone: string, at: Instant): (attempt: AttemptFact) => boolean {
  return (attempt) => {
    const { start, end } = rememberedDuring(reading, attempt.at, zone);
    return start <= at && at < end;
  };
}

function fullest(groups: readonly AttemptFact[][]): AttemptFact[] {
  return groups.reduce((most, group) => (group.length > most.length ? group : most), []);
}

function latest(attempts: readonly AttemptFact[]): Instant | null {
  const instants = attempts.map(({ at }) => at).filter(Number.isFinite);
  return instants.length > 0 ? Math.max(...instants) : null;
}
