import { addDays, type CalendarDate } from "../../shared/calendar.js";
import { wholeDay } from "../../shared/zone.js";
import type { SqlValue } from "../../platform/database/dialect.js";
import { DEBT } from "../portfolio/index.js";
import { PAYMENT } from "../payments/index.js";
import { DEFAULT_BANDS } from "../portfolio/rules.js";
import type { DebtorConduct, Predicate } from "./debtor-conduct.port.js";
import {
  type Condition,
  isMoneyCondition,
  isStage,
  isWord,
  type MoneyAttribute,
  type NumberAttribute,
  type NumberCondition,
  type SegmentRule,
  type StageCondition,
  type WordAttribute,
} from "./rules.js";

/** A day of an account: rules speak of its calendar. */
export interface RuleDay {
  readonly day: CalendarDate;
  readonly zone: string;
}

/** What the parts of a rule are asked with: the day, and who knows what debtors did. */
type Asked = RuleDay & { readonly conduct: DebtorConduct };

type Range = Pick<NumberCondition, "min" | "max">;

/**
 * A rule as a predicate over a debt `d` and its debtor `p`. It is never null, only true or false, so that `not` means what it says.
 * Rules about debt and debtor alone read no other table; what the debtor did is asked in subqueries that start at the debtor's index.
 * Words are compared by MySQL with blanks at the end ignored; values and rules come in without such blanks.
 */
export function compileRule(rule: SegmentRule, { day, zone }: RuleDay, conduct: DebtorConduct): Predicate {
  return enclosed(rule, { day, zone, conduct });
}

function enclosed(rule: SegmentRule, at: Asked): Predicate {
  const { sql, params } = compiled(rule, at);
  return { sql: `(${sql})`, params };
}

function compiled(rule: SegmentRule, at: Asked): Predicate {
  if ("all" in rule) return joined(rule.all, " and ", "1 = 1", at);
  if ("any" in rule) return joined(rule.any, " or ", "1 = 0", at);
  if ("not" in rule) {
    const { sql, params } = enclosed(rule.not, at);
    return { sql: `not ${sql}`, params };
  }
  return condition(rule, at);
}

function joined(rules: readonly SegmentRule[], word: string, empty: string, at: Asked): Predicate {
  if (rules.length === 0) return { sql: empty, params: [] };
  const parts = rules.map((rule) => enclosed(rule, at));
  return { sql: parts.map(({ sql }) => sql).join(word), params: parts.flatMap(({ params }) => params) };
}

function condition(rule: Condition, at: Asked): Predicate {
  if (isStage(rule)) return stages(rule, at.day);
  if (isWord(rule)) {
    const column = WORDS[rule.attribute];
    if (rule.in.length === 0) return { sql: "1 = 0", params: [] };
    return { sql: `${column} is not null and ${column} in (${rule.in.map(() => "?").join(", ")})`, params: rule.in };
  }
  if (isMoneyCondition(rule)) {
    const amount = between(MONEY[rule.attribute], rule);
    return { sql: `d.currency = ? and ${amount.sql}`, params: [rule.currency, ...amount.params] };
  }
  return number(rule.attribute, rule, at);
}

/** Ranges of due dates, so that the index on them serves. */
function stages(rule: StageCondition, day: CalendarDate): Predicate {
  const ranges = DEFAULT_BANDS.flatMap((band, index) => {
    if (!rule.in.includes(band.id)) return [];
    const next = DEFAULT_BANDS[index + 1];
    return [daysPast("d.due_date", { min: band.from, max: next ? next.from - 1 : undefined }, day)];
  });
  if (ranges.length === 0) return { sql: "1 = 0", params: [] };
  return { sql: ranges.map(({ sql }) => `(${sql})`).join(" or "), params: ranges.flatMap(({ params }) => params) };
}

const WORDS: Readonly<Record<WordAttribute, string>> = {
  currency: "d.currency",
  product: "d.product",
  customer_type: "p.kind",
  country: "p.country",
  employment: "p.employment",
};

const MONEY: Readonly<Record<MoneyAttribute, string>> = {
  balance: "d.balance_minor",
  instalment: "d.instalment_minor",
  owed: `(select sum(o.balance_minor) from ${DEBT} o where o.account_id = d.account_id and o.debtor_id = d.debtor_id and o.status = 'open' and o.currency = d.currency)`,
};

function number(attribute: NumberAttribute, range: Range, { day, zone, conduct }: Asked): Predicate {
  switch (attribute) {
    case "days_past_due":
      return daysPast("d.due_date", range, day);
    case "credit_age_days": {
      const { sql, params } = daysPast("d.credit_date", range, day);
      return { sql: `d.credit_date is not null and ${sql}`, params };
    }
    case "reply_age_days":
      return lastReply(range, day, zone, conduct);
    case "replies_30d":
      return betweenOf(conduct.repliesSince(startOf(addDays(day, -29), zone)), range);
    case "payments_90d":
      return between(
        `(select count(*) from ${PAYMENT} y where y.account_id = d.account_id and y.debtor_id = d.debtor_id and y.status <> 'reversed' and y.source <> 'note' and y.value_date >= ?)`,
        range,
        [addDays(day, -89)],
      );
    case "promises_kept":
      return betweenOf(conduct.promises("kept"), range);
    case "promises_broken":
      return betweenOf(conduct.promises("not_kept"), range);
  }
}

/** A last reply in a range of days: there is one since its beginning, and none since its end. */
function lastReply({ min, max }: Range, day: CalendarDate, zone: string, conduct: DebtorConduct): Predicate {
  const since = conduct.repliedSince(max === undefined ? 0 : startOf(addDays(day, -max), zone));
  if (min === undefined) return since;
  const after = conduct.repliedSince(startOf(addDays(day, 1 - min), zone));
  return { sql: `${since.sql} and not ${after.sql}`, params: [...since.params, ...after.params] };
}

/** Days from a date to `day`: the younger end of the range is the later date. */
function daysPast(column: string, { min, max }: Range, day: CalendarDate): Predicate {
  const parts: Predicate[] = [];
  if (min !== undefined && min !== -Infinity) parts.push({ sql: `${column} <= ?`, params: [addDays(day, -min)] });
  if (max !== undefined) parts.push({ sql: `${column} >= ?`, params: [addDays(day, -max)] });
  if (parts.length === 0) return { sql: "1 = 1", params: [] };
  return { sql: parts.map(({ sql }) => sql).join(" and "), params: parts.flatMap(({ params }) => params) };
}

function between(value: string, { min, max }: Range, inner: readonly SqlValue[] = []): Predicate {
  const ends = [
    { operator: ">=", end: min },
    { operator: "<=", end: max },
  ].flatMap(({ operator, end }) => (end === undefined ? [] : [{ sql: `coalesce(${value} ${operator} ?, 0)`, params: [...inner, end] }]));
  if (ends.length === 0) return { sql: `${value} is not null`, params: inner };
  return { sql: ends.map(({ sql }) => sql).join(" and "), params: ends.flatMap(({ params }) => params) };
}

function betweenOf({ sql, params }: Predicate, range: Range): Predicate {
  return between(sql, range, params);
}

function startOf(day: CalendarDate, zone: string): number {
  return wholeDay(zone, day).start;
}
