import type { Locale } from "../../../../shared/locale.js";
import type { Decision, RuleResult } from "../decision.js";
import type { ClosingRule } from "../open-intervals.js";
import { HOUSE } from "../packs/house.js";
import { ACCOUNT_PACK_ID } from "../tightening.js";
import type { Purpose } from "../vocabulary.js";
import { tell, WallClock } from "./sentence-facts.js";
import { EN } from "./words.en.js";
import { ES } from "./words.es.js";
import { PT_BR } from "./words.pt-br.js";
import type { When, Words } from "./words.js";

const LANGUAGES: Readonly<Record<Locale, Words>> = { en: EN, es: ES, "pt-BR": PT_BR };

/** What, until when. Why, with the fact. Article. */
export interface Explanation {
  readonly what: string;
  readonly why: string;
  readonly article: string;
  /** The three as one text. */
  readonly text: string;
  /** The rule it speaks of; `null` when everything passed. */
  readonly rule: RuleResult | null;
}

/**
 * The decision in words.
 * @param zone the debtor's wall clock in which times are told; UTC when it is not known
 * @param when `then` for a decision about a moment that is still to come: it says neither "now" nor "today"
 */
export function explain(decision: Decision, locale: Locale, zone: string, when: When = "now"): Explanation {
  const words = LANGUAGES[locale];
  const clock = new WallClock(zone, words, decision.at);
  const rule = decidingRule(decision);
  const what = headline(decision, rule, words, clock, when);
  if (!rule) {
    const why = words.rulesPassed(decision.rules.length);
    const article = sources(decision.rules);
    return { what, why, article, text: join(what, why, article), rule };
  }
  const reason = words.reasons[rule.reason ?? "engine"](tell(rule.facts, clock, words));
  const why = neverOpens(decision, rule) ? join(reason, words.neverOpens) : reason;
  const article = articleOf(rule, words);
  return { what, why, article, text: join(what, why, article), rule };
}

/** The day closes it today, and no other day opens it: "no contacts on Sundays" alone would promise a Monday. */
function neverOpens({ verdict }: Decision, { reason, opensAt }: RuleResult): boolean {
  return verdict === "deny" && opensAt === undefined && (reason === "closed_day" || reason === "hours" || reason === "holiday");
}

/** One rule of a decision in words, passed or not; without its article. */
export function explainRule(rule: RuleResult, decision: Decision, locale: Locale, zone: string): string {
  const words = LANGUAGES[locale];
  const { exempt, exemptSource, liftedBy } = rule.facts;
  if (typeof exemptSource === "string") return words.exemptBy(exemptSource);
  if (typeof exempt === "string") return words.exempt(exempt as Purpose);
  if (liftedBy) return words.lifted;
  const told = tell(rule.facts, new WallClock(zone, words, decision.at), words);
  return rule.reason || rule.kind === "engine" ? words.reasons[rule.reason ?? "engine"](told) : words.passed[rule.kind](told);
}

/** Why a square of the contact calendar is closed; without its article. Times are told as seen from the decision's instant. */
export function explainClosing(rule: ClosingRule, decision: Decision, locale: Locale, zone: string): string {
  const words = LANGUAGES[locale];
  return words.reasons[rule.reason](tell(rule.facts, new WallClock(zone, words, decision.at), words));
}

/** The rule whose answer the reader needs: what time will not open, else what opens last. Law speaks before policy, fact before ignorance. */
export function decidingRule(decision: Decision): RuleResult | null {
  const closed = decision.rules.filter(({ verdict }) => verdict !== "pass");
  const rank = (rule: RuleResult) => [
    -(rule.opensAt ?? Number.MAX_SAFE_INTEGER),
    rule.verdict === "fail" ? 0 : 1,
    // That a law cannot be asked without a zone is no article of that law.
    rule.reason === "zone_unknown" && rule.kind !== "zone_known" ? 1 : 0,
    rule.class === "law" ? 0 : 1,
    // Of two that open together the cap says more than the clock.
    rule.kind === "hours" || rule.kind === "holidays" ? 1 : 0,
  ];
  return closed.sort((a, b) => compare(rank(a), rank(b)))[0] ?? null;
}

function headline(decision: Decision, rule: RuleResult | null, words: Words, clock: WallClock, when: When): string {
  const { verdict, purpose, channel, notBefore, notAfter } = decision;
  const act = { purpose, call: channel === "call" };
  if (verdict === "allow" && purpose === "reply") return words.mayReply;
  if (verdict === "allow") {
    if (notAfter === undefined) return words.allowed(when);
    return clock.isToday(notAfter) ? words.allowedToday(clock.time(notAfter), when) : words.allowedUntil(clock.moment(notAfter), when);
  }
  if (verdict === "not_before" && notBefore !== undefined) {
    const [parts, time, year] = [clock.parts(notBefore), clock.time(notBefore), clock.isOtherYear(notBefore)];
    return words.notBefore(act, parts, time, year, clock.isToday(notBefore), when);
  }
  return rule?.verdict === "unknown" ? words.unknown(act) : words.denied(act);
}

function articleOf(rule: RuleResult, words: Words): string {
  if (rule.packId === ACCOUNT_PACK_ID) return words.accountPolicy;
  if (rule.packId === HOUSE.id && rule.source === "Saldo") return words.housePolicy;
  return rule.class === "law" ? `${rule.source}.` : words.policy(rule.source);
}

/** The laws behind a permission, each named once: `Ley 2300 de 2023, art. 2, art. 3.` */
function sources(rules: readonly RuleResult[]): string {
  const laws = new Set(rules.filter((rule) => rule.class === "law").flatMap((rule) => rule.source.split("; ")));
  const articles = new Map<string, string[]>();
  for (const law of [...laws].sort()) {
    const [name, ...article] = law.split(", ");
    articles.set(name!, [...(articles.get(name!) ?? []), ...article]);
  }
  return articles.size === 0 ? "" : `${[...articles].map(([name, list]) => [name, ...list].join(", ")).join("; ")}.`;
}

function join(...sentences: readonly string[]): string {
  return sentences.filter(Boolean).join(" ");
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}
