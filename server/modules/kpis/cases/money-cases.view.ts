import { Injectable } from "@nestjs/common";
import { type AliasableExpression, type ExpressionBuilder, sql } from "kysely";
import type { CalendarDate } from "../../../shared/calendar.js";
import type { KpisTables, MONEY_FLOW } from "../kpis.tables.js";
import { MoneyMeasures, moneyParts } from "../measures/money-measures.view.js";
import { type GivenUpMeasure, GivenUpMeasures } from "../measures/work/given-up-measures.view.js";
import type { CaseLine, CaseLister, CasesAsked } from "./case-lister.port.js";

/** What moved money, each record once; what only moved it from one place to another adds nothing and is not listed. */
@Injectable()
export class MoneyCases implements CaseLister {
  readonly natures = {
    "cash.net": "payment",
    "cash.recovered": "payment",
    "cash.excess": "payment",
    "cash.days": "payment",
    "accounts.paying": "debtor",
    "balance.written_off": "payment",
    "balance.forgiven": "payment",
    "cash.after_write_off": "payment",
  } as const;

  constructor(
    private readonly money: MoneyMeasures,
    private readonly given: GivenUpMeasures,
  ) {}

  lines({ question, measure, currency }: CasesAsked): AliasableExpression<CaseLine> {
    if (measure === "accounts.paying") return this.payers({ question, currency });
    if (isGivenUp(measure)) return this.givenUp({ question, currency }, measure);
    const size = (is: ExpressionBuilder<KpisTables, typeof MONEY_FLOW>) => is.fn.sum<number | string>(partOf(is, measure));
    return this.moved({ question, currency })
      .select((is) => [
        is.ref("seq").$castTo<number | string>().as("case_key"),
        is.fn.max("debtor_id").$castTo<number | null>().as("debtor_id"),
        none<number>().as("debt_id"),
        is.fn.max("day").$castTo<CalendarDate | null>().as("day"),
        none<CalendarDate>().as("until"),
        is.fn.max("payment").$castTo<string | null>().as("note"),
        size(is).$castTo<number | string | null>().as("size"),
        size(is).as("sorted_by"),
      ])
      .groupBy("seq")
      .having((is) => is(size(is), "<>", 0));
  }

  private moved({ question, currency }: Pick<CasesAsked, "question" | "currency">) {
    const moved = this.money.moved(question);
    return currency === null ? moved : moved.where("currency", "=", currency);
  }

  /** A line a debt and record: what it lost is what it adds. */
  private givenUp(
    { question, currency }: Pick<CasesAsked, "question" | "currency">,
    measure: GivenUpMeasure,
  ): AliasableExpression<CaseLine> {
    const moved = this.given.moved(question, measure);
    const own = currency === null ? moved : moved.where("currency", "=", currency);
    return own.select((is) => [
      is.fn<number | string>("concat", ["seq", sql.lit(" "), "line"]).as("case_key"),
      "debtor_id",
      "debt_id",
      is.ref("day").$castTo<CalendarDate | null>().as("day"),
      none<CalendarDate>().as("until"),
      is.ref("payment").as("note"),
      is.neg(is.ref("amount_minor")).$castTo<number | string | null>().as("size"),
      is.neg(is.ref("amount_minor")).$castTo<number | string>().as("sorted_by"),
    ]);
  }

  private payers({ question, currency }: Pick<CasesAsked, "question" | "currency">): AliasableExpression<CaseLine> {
    const payers = this.money.payers(question);
    const own = currency === null ? payers : payers.where("currency", "=", currency);
    return own.select((is) => [
      is.fn<number | string>("concat", ["debtor_id", sql.lit(" "), "currency"]).as("case_key"),
      "debtor_id",
      none<number>().as("debt_id"),
      is.fn.max("day").$castTo<CalendarDate | null>().as("day"),
      none<CalendarDate>().as("until"),
      is.ref("currency").$castTo<string | null>().as("note"),
      sql<number | string | null>`1`.as("size"),
      is.neg(is.fn.sum<number | string>("amount_minor")).as("sorted_by"),
    ]);
  }
}

function isGivenUp(measure: CasesAsked["measure"]): measure is GivenUpMeasure {
  return measure === "balance.written_off" || measure === "balance.forgiven" || measure === "cash.after_write_off";
}

function partOf(is: ExpressionBuilder<KpisTables, typeof MONEY_FLOW>, measure: CasesAsked["measure"]) {
  const parts = moneyParts(is);
  if (measure === "cash.recovered") return parts.onOverdue;
  if (measure === "cash.excess") return parts.inHand;
  return measure === "cash.days" ? parts.days : is(parts.onDebts, "+", parts.inHand);
}

const none = <T>() => sql<T | null>`null`;
