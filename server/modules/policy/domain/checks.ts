import { DAY, type Instant } from "../../../shared/instant.js";
import { type Interval, isKnownZone } from "../../../shared/zone.js";
import { HOUSE, HOUSE_VERSIONS } from "./packs/house.js";
import type { Reason, RuleFacts } from "./decision.js";
import { findingsOf } from "./evaluate.js";
import type { ContactIntent, PolicyFacts } from "./facts.js";
import type { PackException, PackRule, PolicyPack } from "./pack.js";
import { judgedPurpose } from "./purpose.js";
import { type RuleFinding, type RuleContext, unknown } from "./rules/finding.js";
import { bindsIn, plausibleStates } from "./rules/plausible-states.js";
import { covers } from "./rules/standing.rule.js";
import { alwaysOpen, anyOf, during, type Timeline } from "./timeline.js";
import { ACCOUNT_PACK_ID, tighteningPack } from "./tightening.js";
import type { Purpose } from "./vocabulary.js";

/** How far ahead an opening is looked for. */
export const HORIZON = 60 * DAY;

/** One rule, in one zone, bound to one intent: what `decide` and the contact calendar both read. */
export interface Check {
  readonly pack: PolicyPack;
  readonly rule: PackRule;
  readonly timeline: Timeline;
  readonly unknown: boolean;
  readonly describe: (at: Instant) => { readonly reason: Reason; readonly facts: RuleFacts };
}

export interface Checks {
  readonly purpose: Purpose;
  readonly zones: readonly string[];
  readonly packs: readonly PolicyPack[];
  readonly all: readonly Check[];
}

/** Every rule of every binding pack about the intent's channel, as timelines good for [now, now + HORIZON). Never throws for a rule's sake. */
export function checksFor(intent: ContactIntent, facts: PolicyFacts, packs: readonly PolicyPack[], now: Instant): Checks {
  const purpose = judgedPurpose(intent, facts, now);
  // A catalogue of the past may bring the house's rules of its time; what is not a published version of them is none.
  const house = HOUSE_VERSIONS.find((version) => packs.includes(version)) ?? HOUSE;
  const binding = [house, ...(facts.tightening ? [tighteningPack(facts.tightening)] : []), ...packs.filter((pack) => binds(pack, facts))];
  const plausibleZones = zonesOf(facts, binding);
  const zones = plausibleZones.filter(isKnownZone);
  const all = binding.flatMap((pack) => {
    const lenientDuring = pack.rules.filter(({ kind }) => kind === "strict_counting").flatMap((rule) => liftsOf(pack, rule, facts));
    const context: RuleContext = {
      intent,
      purpose,
      facts,
      pack,
      packs: binding,
      plausibleZones,
      zones,
      now,
      horizon: now + HORIZON,
      lenientDuring,
    };
    return pack.rules.filter((rule) => speaksOf(rule, context)).flatMap((rule) => checksOf(rule, context));
  });
  return { purpose, zones: plausibleZones, packs: binding, all };
}

function checksOf(rule: PackRule, context: RuleContext): Check[] {
  const { pack, facts } = context;
  const check = (finding: RuleFinding): Check => ({ pack, rule, ...finding, unknown: finding.unknown ?? false });
  try {
    const exempt = exemption(rule, context);
    if (exempt) return [check({ timeline: alwaysOpen, describe: () => ({ reason: "engine", facts: exempt }) })];
    const lifts = liftsOf(pack, rule, facts);
    return findingsOf(rule, context).map((finding) => check(lifts.length > 0 ? lifted(finding, lifts) : finding));
  } catch {
    // Facts no rule was written for. What cannot be judged is closed.
    return [check(unknown("engine"))];
  }
}

/** Why the rule has nothing to say about this purpose; `null` when it binds. */
function exemption(rule: PackRule, { intent, purpose, pack }: RuleContext): RuleFacts | null {
  const bound = rule.purposes ? rule.purposes.includes(purpose) : purpose !== "reply";
  if (!bound) return { exempt: purpose };
  const ground = purpose === "service" ? intent.ground : undefined;
  const exception = ground && pack.exceptions.find(({ grounds }: PackException) => grounds.includes(ground));
  return exception ? { exempt: exception.id, exemptSource: exception.source } : null;
}

function lifted(finding: RuleFinding, lifts: readonly Lift[]): RuleFinding {
  return {
    unknown: finding.unknown,
    timeline: anyOf([during(lifts), finding.timeline]),
    describe: (at) => {
      const { reason, facts } = finding.describe(at);
      const lift = lifts.find(({ start, end }) => start <= at && at < end);
      return { reason, facts: lift ? { ...facts, liftedBy: lift.exceptionId } : facts };
    },
  };
}

interface Lift extends Interval {
  readonly exceptionId: string;
}

/** When exceptions lift the rule. Law and absolute rules never are, whatever the exception says. */
function liftsOf(pack: PolicyPack, rule: PackRule, { exceptions }: PolicyFacts): Lift[] {
  if (rule.class !== "policy" || rule.absolute) return [];
  return exceptions
    .filter(({ packId, ruleId, from, until }) => packId === pack.id && ruleId === rule.id && isInstant(from) && isInstant(until))
    .map(({ id, from, until }) => ({ exceptionId: id, start: from, end: until }));
}

/** What is no number is compared as one by JavaScript, and must not open anything. */
function isInstant(value: unknown): boolean {
  return typeof value === "number" && !Number.isNaN(value);
}

function speaksOf(rule: PackRule, { intent, facts, pack }: RuleContext): boolean {
  if (rule.channels && !rule.channels.includes(intent.channel)) return false;
  return bindsIn(rule.subdivisions, plausibleStates(pack, facts.residences));
}

/** The plausible zones as known, or all those of all plausible residences. */
function zonesOf(facts: PolicyFacts, packs: readonly PolicyPack[]): string[] {
  const derived = () =>
    facts.residences.flatMap((residence) => packs.filter((pack) => covers(pack, residence)).flatMap((pack) => zonesIn(pack, residence)));
  return [...new Set(facts.zones ?? derived())];
}

/** Entries for the subdivision if the pack has them; else every zone the country has in it. */
function zonesIn(pack: PolicyPack, { country, subdivision }: PolicyFacts["residences"][number]): readonly string[] {
  const places = pack.residence.filter((place) => place.country === country);
  const exact = places.filter((place) => subdivision !== null && place.subdivision === subdivision);
  return (exact.length > 0 ? exact : places).flatMap(({ zones }) => zones);
}

/** The account's packs and those of every plausible residence. The house's and the account's own rules come from nowhere else. */
function binds(pack: PolicyPack, { accountPackIds, residences }: PolicyFacts): boolean {
  if (pack.id === HOUSE.id || pack.id === ACCOUNT_PACK_ID) return false;
  return accountPackIds.includes(pack.id) || residences.some((residence) => covers(pack, residence));
}
