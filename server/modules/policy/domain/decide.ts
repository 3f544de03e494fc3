import type { Instant } from "../../../shared/instant.js";
import { ZONE_TABLE_END, ZONE_TABLE_START } from "../../../shared/zone-table.js";
import { type Check, checksFor, HORIZON } from "./checks.js";
import type { Decision, RuleResult } from "./decision.js";
import type { ContactIntent, PolicyFacts } from "./facts.js";
import { HOUSE } from "./packs/house.js";
import type { PackRule, PolicyPack } from "./pack.js";
import { replyUntil } from "./purpose.js";
import { allOf, nextClosed, nextOpen, type Timeline } from "./timeline.js";

/**
 * May this contact be made at `now`? Pure and total: the same input gives the same answer, and input no rule was written for gives "no".
 *
 * All binding packs, all plausible zones and all rules must allow; every one is evaluated and listed. `packs` is the catalogue: the account's
 * packs and those of every plausible residence bind, together with the house's rules and the account's tightening. A missing pack closes.
 */
export function decide(intent: ContactIntent, facts: PolicyFacts, packs: readonly PolicyPack[], now: Instant): Decision {
  try {
    // Beyond the zone tables no wall clock is known, and what is no instant at all is compared as one by JavaScript.
    if (typeof now !== "number" || !(now >= ZONE_TABLE_START && now + HORIZON < ZONE_TABLE_END)) return refusal(intent, facts, now);
    return judge(intent, facts, packs, now);
  } catch {
    return refusal(intent, facts, now);
  }
}

function judge(intent: ContactIntent, facts: PolicyFacts, packs: readonly PolicyPack[], now: Instant): Decision {
  const { purpose, zones, packs: binding, all } = checksFor(intent, facts, packs, now);
  const horizon = now + HORIZON;
  const together = allOf(all.map(({ timeline }) => timeline));
  const hours = allOf(all.filter(({ rule }) => isClockRule(rule)).map(({ timeline }) => timeline));
  const ahead = { hours, hoursOpen: nextOpen(hours, now, horizon), horizon };
  const base = {
    at: now,
    channel: intent.channel,
    purpose,
    zones,
    zoneData: facts.zoneData,
    packs: binding.map(({ id, version }) => ({ id, version })),
    rules: all.map((check) => resultOf(check, ahead, now)),
  };
  const opens = ahead.hoursOpen === null ? null : nextOpen(together, ahead.hoursOpen, horizon);
  if (opens === null) return { verdict: "deny", ...base };
  if (opens > now) return { verdict: "not_before", notBefore: opens, ...base };
  const closes = Math.min(nextClosed(together, now, horizon) ?? Infinity, purpose === "reply" ? replyUntil(intent, facts) : Infinity);
  return { verdict: "allow", ...(Number.isFinite(closes) ? { notAfter: closes } : {}), ...base };
}

/** The clock rules together, looked ahead once: where states and zones are many, so are they. */
interface Ahead {
  readonly hours: Timeline;
  /** When all of them are next open; `null` = not before the horizon. */
  readonly hoursOpen: Instant | null;
  readonly horizon: Instant;
}

function resultOf(check: Check, ahead: Ahead, now: Instant): RuleResult {
  const { pack, rule, timeline, unknown, describe } = check;
  const { open } = timeline(now);
  const { reason, facts } = describe(now);
  const opensAt = open ? null : opening(check, ahead);
  return {
    packId: pack.id,
    ruleId: rule.id,
    kind: rule.kind,
    verdict: open ? "pass" : unknown ? "unknown" : "fail",
    reason: open ? null : reason,
    class: rule.class,
    certainty: rule.certainty,
    source: rule.source,
    facts,
    ...(opensAt === null ? {} : { opensAt }),
  };
}

/** When a closed rule opens and the clock allows it. */
function opening({ rule, timeline }: Check, { hours, hoursOpen, horizon }: Ahead): Instant | null {
  if (hoursOpen === null || isClockRule(rule)) return hoursOpen;
  return nextOpen(allOf([timeline, hours]), hoursOpen, horizon);
}

/** Rules that only look at the wall clock: nobody wants to read "open from 00:00" of a cap. */
function isClockRule({ kind }: PackRule): boolean {
  return kind === "hours" || kind === "holidays" || kind === "blocked_dates";
}

/** The answer when nothing could be judged. */
function refusal(intent: ContactIntent, facts: PolicyFacts, now: Instant): Decision {
  return {
    verdict: "deny",
    at: Number.isFinite(now) ? now : 0,
    channel: intent?.channel,
    purpose: intent?.purpose,
    zones: [],
    zoneData: facts?.zoneData ?? "",
    packs: [],
    rules: [
      {
        packId: HOUSE.id,
        ruleId: "engine",
        kind: "engine",
        verdict: "unknown",
        reason: "engine",
        class: "policy",
        certainty: "P",
        source: "Saldo",
        facts: {},
      },
    ],
  };
}
