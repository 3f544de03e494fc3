import { Injectable } from "@nestjs/common";
import { type AliasableExpression, type SelectQueryBuilder, sql } from "kysely";
import type { CalendarDate } from "../../../shared/calendar.js";
import type { Instant } from "../../../shared/instant.js";
import { localDate } from "../../../shared/zone.js";
import type { DEBT_SPAN, KpisTables } from "../kpis.tables.js";
import { DebtMeasures } from "../measures/debt-measures.view.js";
import { edgesOf } from "../measures/domain/counted.js";
import { RecoveryTimes } from "../measures/recovery-times.view.js";
import type { CaseLine, CaseLister, CasesAsked } from "./case-lister.port.js";

type Debts = SelectQueryBuilder<KpisTables, typeof DEBT_SPAN, object>;

/** Debts behind balances and times to recover, and accounts that were open. */
@Injectable()
export class DebtCases implements CaseLister {
  readonly natures = {
    "balance.outstanding": "debt",
    "balance.overdue": "debt",
    "balance.overdue.opening": "debt",
    "balance.newly_overdue": "debt",
    "receivables.opening": "debt",
    "receivables.closing": "debt",
    "receivables.current": "debt",
    "debts.regularised": "debt",
    "debts.days_to_regularise": "debt",
    "debts.days_open": "debt",
    "accounts.open": "debtor",
    "debtors.owing": "debtor",
  } as const;

  constructor(
    private readonly debts: DebtMeasures,
    private readonly times: RecoveryTimes,
  ) {}

  lines({ question, measure, currency }: CasesAsked): AliasableExpression<CaseLine> {
    const { accountId } = question;
    const { start, end } = edgesOf(question);
    const own = (debts: Debts): Debts => (currency === null ? debts : debts.where("currency", "=", currency));
    const standing = (at: number) =>
      own(this.debts.spans(accountId).where("from_at", "<=", at).where("to_at", ">", at).where("status", "=", "open"));
    switch (measure as keyof DebtCases["natures"]) {
      case "balance.outstanding":
      case "receivables.closing":
        return balances(standing(end));
      case "receivables.opening":
        return balances(standing(start));
      case "balance.overdue":
        return balances(standing(end).where("overdue_at", "<=", end));
      case "balance.overdue.opening":
        return balances(standing(start).where("overdue_at", "<=", start));
      case "receivables.current":
        return balances(standing(end).where("overdue_at", ">", end));
      case "balance.newly_overdue":
        return balances(own(this.debts.becameOverdue(question))).unionAll(placed(own(this.debts.cameOverdue(question)), "placed_minor"));
      case "debts.regularised":
        return placed(own(this.times.regularised(question)), "one");
      case "debts.days_to_regularise":
        return placed(own(this.times.regularised(question)), "days");
      case "debts.days_open":
        return waiting(own(this.times.stillOpen(question)), localDate(question.period.zone, end));
      case "accounts.open":
        return accounts(own(this.openBetween(accountId, start, end)));
      case "debtors.owing":
        return debtors(standing(end));
    }
  }

  /** Whatever was open for any time of the period, as often as it was another. */
  private openBetween(accountId: number, start: Instant, end: Instant) {
    return this.debts.spans(accountId).where("from_at", "<=", end).where("to_at", ">", start).where("status", "=", "open");
  }
}

function balances(debts: Debts) {
  return debts.select((is) => [
    is.ref("debt_id").$castTo<number | string>().as("case_key"),
    is.ref("debtor_id").$castTo<number | null>().as("debtor_id"),
    is.ref("debt_id").$castTo<number | null>().as("debt_id"),
    is.ref("due_date").$castTo<CalendarDate | null>().as("day"),
    none<CalendarDate>().as("until"),
    none<string>().as("note"),
    is.ref("balance_minor").$castTo<number | string | null>().as("size"),
    is.ref("balance_minor").$castTo<number | string>().as("sorted_by"),
  ]);
}

function sizeOf(size: "placed_minor" | "one" | "days"): AliasableExpression<number | string | null> {
  if (size === "days") return none<number | string>();
  return size === "one" ? sql`1` : sql`${sql.ref("placed_minor")}`;
}

/** @param size what each counts for: its balance when it was placed, one, or the days from due to closed */
function placed(debts: Debts, size: "placed_minor" | "one" | "days") {
  return debts.select((is) => [
    is.ref("debt_id").$castTo<number | string>().as("case_key"),
    is.ref("debtor_id").$castTo<number | null>().as("debtor_id"),
    is.ref("debt_id").$castTo<number | null>().as("debt_id"),
    is.ref("due_date").$castTo<CalendarDate | null>().as("day"),
    (size === "days" ? closedOn : none<CalendarDate>()).as("until"),
    is.ref("closed_how").$castTo<string | null>().as("note"),
    sizeOf(size).as("size"),
    is.ref("placed_minor").$castTo<number | string>().as("sorted_by"),
  ]);
}

function waiting(debts: Debts, until: CalendarDate) {
  return debts.select((is) => [
    is.ref("debt_id").$castTo<number | string>().as("case_key"),
    is.ref("debtor_id").$castTo<number | null>().as("debtor_id"),
    is.ref("debt_id").$castTo<number | null>().as("debt_id"),
    is.ref("due_date").$castTo<CalendarDate | null>().as("day"),
    sql<CalendarDate | null>`${sql.lit(until)}`.as("until"),
    none<string>().as("note"),
    none<number | string>().as("size"),
    is.ref("balance_minor").$castTo<number | string>().as("sorted_by"),
  ]);
}

/** A debtor once a currency, by the most that was owed on one debt. */
function accounts(debts: Debts) {
  return debts
    .select((is) => [
      is.fn<number | string>("concat", ["debtor_id", sql.lit(" "), "currency"]).as("case_key"),
      is.ref("debtor_id").$castTo<number | null>().as("debtor_id"),
      none<number>().as("debt_id"),
      is.fn.min("due_date").$castTo<CalendarDate | null>().as("day"),
      none<CalendarDate>().as("until"),
      is.ref("currency").$castTo<string | null>().as("note"),
      sql<number | string | null>`1`.as("size"),
      is.fn.max("balance_minor").$castTo<number | string>().as("sorted_by"),
    ])
    .groupBy(["debtor_id", "currency"]);
}

function debtors(debts: Debts) {
  return debts
    .select((is) => [
      is.ref("debtor_id").$castTo<number | string>().as("case_key"),
      is.ref("debtor_id").$castTo<number | null>().as("debtor_id"),
      none<number>().as("debt_id"),
      is.fn.min("due_date").$castTo<CalendarDate | null>().as("day"),
      none<CalendarDate>().as("until"),
      none<string>().as("note"),
      sql<number | string | null>`1`.as("size"),
      is.fn.count("debt_id").$castTo<number | string>().as("sorted_by"),
    ])
    .groupBy("debtor_id");
}

const closedOn = sql<CalendarDate | null>`${sql.ref("closed_on")}`;
const none = <T>() => sql<T | null>`null`;
