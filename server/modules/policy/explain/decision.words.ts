import { TEXTS } from "../../../platform/words/texts.js";
import type { Locale } from "../../../shared/locale.js";
import type { Decision, RuleResult } from "../domain/decision.js";
import { decidingRule } from "../domain/deciding-rule.js";
import type { ClosingRule } from "../domain/open-intervals.js";
import { HOUSE } from "../domain/packs/house.js";
import { ACCOUNT_PACK_ID } from "../domain/tightening.js";
import { factsInWords } from "./rule-facts.words.js";
import { WallClock } from "./wall-clock.words.js";

/** Whether the decision is about this moment or about one that is still to come. */
export type When = "now" | "then";

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
  const clock = new WallClock(zone, locale, decision.at);
  const rule = decidingRule(decision);
  const what = headline(decision, rule, clock, when);
  if (!rule) {
    const why = say("rules_passed", locale, { count: decision.rules.length });
    const article = sources(decision.rules);
    return { what, why, article, text: join(what, why, article), rule };
  }
  const reason = reasonOf(rule.reason ?? "engine", rule, clock);
  const why = neverOpens(decision, rule) ? join(reason, say("never_opens", locale)) : reason;
  const article = articleOf(rule, locale);
  return { what, why, article, text: join(what, why, article), rule };
}

/** One rule of a decision in words, passed or not; without its article. */
export function explainRule(rule: RuleResult, decision: Decision, locale: Locale, zone: string): string {
  const { exempt, exemptSource, liftedBy } = rule.facts;
  if (typeof exemptSource === "string") return say("exempt_by", locale, { source: exemptSource });
  if (typeof exempt === "string") return say("exempt", locale, { purpose: exempt });
  if (liftedBy) return say("lifted", locale);
  const clock = new WallClock(zone, locale, decision.at);
  if (rule.reason || rule.kind === "engine") return reasonOf(rule.reason ?? "engine", rule, clock);
  return TEXTS.text("policy_passed", rule.kind, locale, factsInWords(rule.facts, clock));
}

/** Why a square of the contact calendar is closed; without its article. Times are told as seen from the decision's instant. */
export function explainClosing(rule: ClosingRule, decision: Decision, locale: Locale, zone: string): string {
  return reasonOf(rule.reason, rule, new WallClock(zone, locale, decision.at));
}

function reasonOf(reason: string, { facts }: Pick<RuleResult, "facts">, clock: WallClock): string {
  return TEXTS.text("policy_reasons", reason, clock.locale, factsInWords(facts, clock));
}

/** The day closes it today, and no other day opens it: "no contacts on Sundays" alone would promise a Monday. */
function neverOpens({ verdict }: Decision, { reason, opensAt }: RuleResult): boolean {
  return verdict === "deny" && opensAt === undefined && (reason === "closed_day" || reason === "hours" || reason === "holiday");
}

function headline(decision: Decision, rule: RuleResult | null, clock: WallClock, when: When): string {
  const { verdict, purpose, notBefore, notAfter } = decision;
  const { locale } = clock;
  if (verdict === "allow" && purpose === "reply") return say("may_reply", locale);
  if (verdict === "allow") {
    if (notAfter === undefined) return say("allowed", locale, { when });
    if (clock.isToday(notAfter)) return say("allowed_today", locale, { when, time: clock.time(notAfter) });
    return say("allowed_until", locale, { when, moment: clock.moment(notAfter) });
  }
  const act = actOf(decision, locale);
  if (verdict === "not_before" && notBefore !== undefined) {
    const today = clock.isToday(notBefore) ? "yes" : "no";
    return say("not_before", locale, { act, when, today, moment: clock.moment(notBefore), weekday: clock.weekday(notBefore) });
  }
  return say(rule?.verdict === "unknown" ? "unknown" : "denied", locale, { act });
}

/** What was to be done, as far as the sentence depends on it. */
function actOf({ purpose, channel }: Decision, locale: Locale): string {
  const call = channel === "call" && purpose !== "reply";
  return TEXTS.text("policy_acts", call ? `${purpose}_call` : purpose, locale);
}

/** Policy is never called law. */
function articleOf(rule: RuleResult, locale: Locale): string {
  if (rule.packId === ACCOUNT_PACK_ID) return say("account_policy", locale);
  if (rule.packId === HOUSE.id && rule.source === "Saldo") return say("house_policy", locale);
  return rule.class === "law" ? `${rule.source}.` : say("policy", locale, { source: rule.source });
}

function say(key: string, locale: Locale, values: Readonly<Record<string, string | number>> = {}): string {
  return TEXTS.text("policy_decisions", key, locale, values);
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
