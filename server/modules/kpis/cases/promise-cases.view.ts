import { Injectable } from "@nestjs/common";
import { type AliasableExpression, sql } from "kysely";
import type { CalendarDate } from "../../../shared/calendar.js";
import { PromiseMeasures } from "../measures/promise-measures.view.js";
import type { CaseLine, CaseLister, CasesAsked } from "./case-lister.port.js";

/** Promises, and who made them. */
@Injectable()
export class PromiseCases implements CaseLister {
  readonly natures = {
    "promises.received": "promise",
    "debtors.promising": "debtor",
    "promises.due": "promise",
    "promises.kept": "promise",
    "promises.due.amount": "promise",
    "promises.paid.amount": "promise",
  } as const;

  constructor(private readonly promises: PromiseMeasures) {}

  lines({ question, measure, currency }: CasesAsked): AliasableExpression<CaseLine> {
    if (measure === "debtors.promising") return this.debtors(question);
    const all = measure === "promises.received" ? this.promises.made(question) : this.promises.due(question);
    const own = currency === null ? all : all.where("currency", "=", currency);
    const kept = measure === "promises.kept" ? own.where("standing", "=", "kept") : own;
    return kept.select((is) => [
      is.ref("promise").$castTo<number | string>().as("case_key"),
      is.ref("debtor_id").$castTo<number | null>().as("debtor_id"),
      none<number>().as("debt_id"),
      is.ref("due_date").$castTo<CalendarDate | null>().as("day"),
      none<CalendarDate>().as("until"),
      is.ref("standing").$castTo<string | null>().as("note"),
      sizeOf(measure).as("size"),
      is.ref("amount_minor").$castTo<number | string>().as("sorted_by"),
    ]);
  }

  private debtors(question: CasesAsked["question"]): AliasableExpression<CaseLine> {
    return this.promises
      .made(question)
      .select((is) => [
        is.ref("debtor_id").$castTo<number | string>().as("case_key"),
        is.ref("debtor_id").$castTo<number | null>().as("debtor_id"),
        none<number>().as("debt_id"),
        is.fn.max("made_on").$castTo<CalendarDate | null>().as("day"),
        none<CalendarDate>().as("until"),
        none<string>().as("note"),
        sql<number | string | null>`1`.as("size"),
        is.fn.countAll<number | string>().as("sorted_by"),
      ])
      .groupBy("debtor_id");
  }
}

/** What a promise counts for. */
function sizeOf(measure: CasesAsked["measure"]): AliasableExpression<number | string | null> {
  if (measure === "promises.due.amount") return sql`${sql.ref("amount_minor")}`;
  return measure === "promises.paid.amount" ? sql`${sql.ref("paid_minor")}` : sql`1`;
}

const none = <T>() => sql<T | null>`null`;
