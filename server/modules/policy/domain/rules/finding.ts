import type { Instant } from "../../../../shared/instant.js";
import type { Interval } from "../../../../shared/zone.js";
import type { Reason, RuleFacts } from "../decision.js";
import type { ContactIntent, PolicyFacts } from "../facts.js";
import type { PolicyPack } from "../pack.js";
import { alwaysClosed, type Timeline } from "../timeline.js";
import type { Purpose } from "../vocabulary.js";

/** What a rule is asked about. */
export interface RuleContext {
  readonly intent: ContactIntent;
  /** As judged, see `judgedPurpose`. */
  readonly purpose: Purpose;
  readonly facts: PolicyFacts;
  /** The pack the rule belongs to, and all that bind. */
  readonly pack: PolicyPack;
  readonly packs: readonly PolicyPack[];
  /** The debtor's plausible zones as named, and those of them the zone engine knows. */
  readonly plausibleZones: readonly string[];
  readonly zones: readonly string[];
  /** Answers are needed for [now, horizon). */
  readonly now: Instant;
  readonly horizon: Instant;
  /** When an exception makes the pack count only contacts that reached the debtor. */
  readonly lenientDuring: readonly Interval[];
}

/** What one rule says, as a function of time. A rule that depends on the zone gives one finding per zone. */
export interface RuleFinding {
  readonly timeline: Timeline;
  /** Closed for want of knowledge, not because of it. */
  readonly unknown?: boolean;
  /** The reason while it is closed, and the numbers behind the answer either way. */
  readonly describe: (at: Instant) => { readonly reason: Reason; readonly facts: RuleFacts };
}

/** A rule that time does not touch. */
export function constant(timeline: Timeline, reason: Reason, facts: RuleFacts = {}): RuleFinding {
  return { timeline, describe: () => ({ reason, facts }) };
}

export function unknown(reason: Reason, facts: RuleFacts = {}): RuleFinding {
  return { timeline: alwaysClosed, unknown: true, describe: () => ({ reason, facts }) };
}

/** All plausible zones must be open; without one the rule is closed. */
export function inEachZone({ zones }: RuleContext, find: (zone: string) => RuleFinding): RuleFinding[] {
  return zones.length === 0 ? [unknown("zone_unknown")] : zones.map(find);
}

/** Facts are written at night too, by imports and people: an instant that is none must close, never open. */
export function instantOr(value: Instant | null | undefined, otherwise: Instant): Instant {
  return typeof value === "number" && !Number.isNaN(value) ? value : otherwise;
}
