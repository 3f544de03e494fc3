import { addDays, type CalendarDate } from "../../shared/calendar.js";
import { wholeDay } from "../../shared/zone.js";
import type { SqlValue } from "../../platform/database/dialect.js";
import type { Fragment } from "../../platform/database/fragment.js";
import { DEBT } from "../portfolio/index.js";
import { PAYMENT } from "../payments/index.js";
import { DEFAULT_BANDS } from "../portfolio/rules.js";
import type { DebtorConduct, Predicate, RowNames } from "./debtor-conduct.port.js";
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
  type WordCondition,
} from "./rules.js";

/** A day of an account: rules speak of its calendar. */
export interface RuleDay {
  readonly day: CalendarDate;
  readonly zone: string;
}

/** What the parts of a rule are asked with: the day, who knows what debtors did, and what the rows are called. */
type Asked = RuleDay & RowNames & { readonly conduct: DebtorConduct };

type Range = Pick<NumberCondition, "min" | "max">;

/**
 * A rule as a predicate over a debt and its debtor, by the names that the statement gives them. It is never null, only true or false, so that `not` means what it says.
 * Rules about debt and debtor alone read no other table; what the debtor did is asked in subqueries that start at the debtor's index.
 * Words are compared by MySQL with blanks at the end ignored; values and rules come in without such blanks.
 */
export function compileRule(rule: SegmentRule, { day, zone }: RuleDay, conduct: DebtorConduct, { debt, debtor }: RowNames): Predicate {
  return enclosed(rule, { day, zone, conduct, debt, debtor });
}

function enclosed(rule: SegmentRule, at: Asked): Predicate {
  const { sql, ...rest } = compiled(rule, at);
  return { sql: `(${sql})`, ...rest };
}

function compiled(rule: SegmentRule, at: Asked): Predicate {
  if ("all" in rule) return joined(rule.all, " and ", "1 = 1", at);
  if ("any" in rule) return joined(rule.any, " or ", "1 = 0", at);
  if ("not" in rule) {
    const { sql, ...rest } = enclosed(rule.not, at);
    return { sql: `not ${sql}`, ...rest };
  }
  return condition(rule, at);
}

function joined(rules: readonly SegmentRule[], word: string, empty: string, at: Asked): Predicate {
  if (rules.length === 0) return { ...constant(empty), readsDebtor: false };
  const parts = rules.map((rule) => enclosed(rule, at));
  return {
    sql: parts.map(({ sql }) => sql).join(word),
    params: parts.flatMap(({ params }) => params),
    readsDebtor: parts.some(({ readsDebtor }) => readsDebtor),
  };
}

function condition(rule: Condition, at: Asked): Predicate {
  if (isWord(rule)) return words(rule, at);
  return { ...ofDebt(rule, at), readsDebtor: false };
}

function words({ attribute, in: wanted }: WordCondition, at: Asked): Predicate {
  const [row, name] = WORDS[attribute];
  const readsDebtor = row === "debtor" && wanted.length > 0;
  if (wanted.length === 0) return { ...constant("1 = 0"), readsDebtor };
  const column = `${at[row]}.${name}`;
  return { sql: `${column} is not null and ${column} in (${wanted.map(() => "?").join(", ")})`, params: wanted, readsDebtor };
}

function ofDebt(rule: Exclude<Condition, WordCondition>, at: Asked): Fragment {
  if (isStage(rule)) return stages(rule, at);
  if (isMoneyCondition(rule)) {
    const amount = between(money(rule.attribute, at.debt), rule);
    return { sql: `${at.debt}.currency = ? and ${amount.sql}`, params: [rule.currency, ...amount.params] };
  }
  return number(rule.attribute, rule, at);
}

function constant(sql: string): Fragment {
  return { sql, params: [] };
}

/** Ranges of due dates, so that the index on them serves. */
function stages(rule: StageCondition, { day, debt }: Asked): Fragment {
  const ranges = DEFAULT_BANDS.flatMap((band, index) => {
    if (!rule.in.includes(band.id)) return [];
    const next = DEFAULT_BANDS[index + 1];
    return [daysPast(`${debt}.due_date`, { min: band.from, max: next ? next.from - 1 : undefined }, day)];
  });
  if (ranges.length === 0) return constant("1 = 0");
  return { sql: ranges.map(({ sql }) => `(${sql})`).join(" or "), params: ranges.flatMap(({ params }) => params) };
}

/** Whose column it is, and which. */
const WORDS: Readonly<Record<WordAttribute, readonly [row: keyof RowNames, column: string]>> = {
  currency: ["debt", "currency"],
  product: ["debt", "product"],
  customer_type: ["debtor", "kind"],
  country: ["debtor", "country"],
  employment: ["debtor", "employment"],
};

function money(attribute: MoneyAttribute, debt: string): string {
  switch (attribute) {
    case "balance":
      return `${debt}.balance_minor`;
    case "instalment":
      return `${debt}.instalment_minor`;
    case "owed":
      return `(select sum(o.balance_minor) from ${DEBT} o where o.account_id = ${debt}.account_id and o.debtor_id = ${debt}.debtor_id and o.status = 'open' and o.currency = ${debt}.currency)`;
  }
}

function number(attribute: NumberAttribute, range: Range, at: Asked): Fragment {
  const { day, zone, conduct, debt } = at;
  switch (attribute) {
    case "days_past_due":
      return daysPast(`${debt}.due_date`, range, day);
    case "credit_age_days": {
      const { sql, params } = daysPast(`${debt}.credit_date`, range, day);
      return { sql: `${debt}.credit_date is not null and ${sql}`, params };
    }
    case "reply_age_days":
      return lastReply(range, at);
    case "replies_30d":
      return betweenOf(conduct.repliesSince(debt, startOf(addDays(day, -29), zone)), range);
    case "payments_90d":
      return between(
        `(select count(*) from ${PAYMENT} y where y.account_id = ${debt}.account_id and y.debtor_id = ${debt}.debtor_id and y.status <> 'reversed' and y.source <> 'note' and y.value_date >= ?)`,
        range,
        [addDays(day, -89)],
      );
    case "promises_kept":
      return betweenOf(conduct.promises(debt, "kept"), range);
    case "promises_broken":
      return betweenOf(conduct.promises(debt, "not_kept"), range);
  }
}

/** A last reply in a range of days: there is one since its beginning, and none since its end. */
function lastReply({ min, max }: Range, { day, zone, conduct, debt }: Asked): Fragment {
  const since = conduct.repliedSince(debt, max === undefined ? 0 : startOf(addDays(day, -max), zone));
  if (min === undefined) return since;
  const after = conduct.repliedSince(debt, startOf(addDays(day, 1 - min), zone));
  return { sql: `${since.sql} and not ${after.sql}`, params: [...since.params, ...after.params] };
}

/** Days from a date to `day`: the younger end of the range is the later date. */
function daysPast(column: string, { min, max }: Range, day: CalendarDate): Fragment {
  const parts: Fragment[] = [];
  if (min !== undefined && min !== -Infinity) parts.push({ sql: `${column} <= ?`, params: [addDays(day, -min)] });
  if (max !== undefined) parts.push({ sql: `${column} >= ?`, params: [addDays(day, -max)] });
  if (parts.length === 0) return constant("1 = 1");
  return { sql: parts.map(({ sql }) => sql).join(" and "), params: parts.flatMap(({ params }) => params) };
}

function between(value: string, { min, max }: Range, inner: readonly SqlValue[] = []): Fragment {
  const ends = [
    { operator: ">=", end: min },
    { operator: "<=", end: max },
  ].flatMap(({ operator, end }) => (end === undefined ? [] : [{ sql: `coalesce(${value} ${operator} ?, 0)`, params: [...inner, end] }]));
  if (ends.length === 0) return { sql: `${value} is not null`, params: inner };
  return { sql: ends.map(({ sql }) => sql).join(" and "), params: ends.flatMap(({ params }) => params) };
}

function betweenOf({ sql, params }: Fragment, range: Range): Fragment {
  return between(sql, range, params);
}

function startOf(day: CalendarDate, zone: string): number {
  return wholeDay(zone, day).start;
}
