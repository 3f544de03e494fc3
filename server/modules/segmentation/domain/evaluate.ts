import { type CalendarDate, daysBetween } from "../../../shared/calendar.js";
import { daysPastDue, stageOf } from "../../portfolio/rules.js";
import type { SegmentFacts } from "./facts.js";
import {
  type Condition,
  isMoneyCondition,
  isStage,
  isWord,
  type MoneyCondition,
  type NumberAttribute,
  type SegmentRule,
  type WordAttribute,
} from "./rule.js";

/** Whether a debt belongs, as of `day` of the account's calendar. Says the same as the SQL of the rule: a property test holds them together. */
export function meetsRule(rule: SegmentRule, facts: SegmentFacts, day: CalendarDate): boolean {
  if ("all" in rule) return rule.all.every((part) => meetsRule(part, facts, day));
  if ("any" in rule) return rule.any.some((part) => meetsRule(part, facts, day));
  if ("not" in rule) return !meetsRule(rule.not, facts, day);
  return meets(rule, facts, day);
}

function meets(condition: Condition, facts: SegmentFacts, day: CalendarDate): boolean {
  if (isStage(condition)) return condition.in.includes(stageOf(facts.dueDate, day));
  if (isWord(condition)) {
    const word = wordOf(condition.attribute, facts);
    return word !== null && condition.in.includes(word);
  }
  const value = isMoneyCondition(condition) ? minorOf(condition, facts) : numberOf(condition.attribute, facts, day);
  return value !== null && value >= (condition.min ?? -Infinity) && value <= (condition.max ?? Infinity);
}

function wordOf(attribute: WordAttribute, facts: SegmentFacts): string | null {
  switch (attribute) {
    case "currency":
      return facts.currency;
    case "product":
      return facts.product;
    case "customer_type":
      return facts.customerType;
    case "country":
      return facts.country;
    case "employment":
      return facts.employment;
  }
}

function numberOf(attribute: NumberAttribute, facts: SegmentFacts, day: CalendarDate): number | null {
  switch (attribute) {
    case "days_past_due":
      return daysPastDue(facts.dueDate, day);
    case "credit_age_days":
      return facts.creditDate === null ? null : daysBetween(facts.creditDate, day);
    case "reply_age_days":
      return facts.lastReplyOn === null ? null : daysBetween(facts.lastReplyOn, day);
    case "replies_30d":
      return facts.replies30d;
    case "payments_90d":
      return facts.payments90d;
    case "promises_kept":
      return facts.promisesKept;
    case "promises_broken":
      return facts.promisesBroken;
  }
}

function minorOf({ attribute, currency }: MoneyCondition, facts: SegmentFacts): number | null {
  if (facts.currency !== currency) return null;
  switch (attribute) {
    case "balance":
      return facts.balanceMinor;
    case "owed":
      return facts.owedMinor;
    case "instalment":
      return facts.instalmentMinor;
  }
}
