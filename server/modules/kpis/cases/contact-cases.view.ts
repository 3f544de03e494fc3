import { Injectable } from "@nestjs/common";
import { type AliasableExpression, type ExpressionBuilder, sql } from "kysely";
import type { CalendarDate } from "../../../shared/calendar.js";
import type { Instant } from "../../../shared/instant.js";
import type { CONTACT_TRY, KpisTables } from "../kpis.tables.js";
import { ContactMeasures, PROOFS } from "../measures/contact-measures.view.js";
import type { CaseLine, CaseLister, CasesAsked } from "./case-lister.port.js";

/** Attempts, the debtors they were made to, and what a rule forbade; the newest first. */
@Injectable()
export class ContactCases implements CaseLister {
  readonly natures = {
    "attempts.made": "attempt",
    "attempts.delivered": "attempt",
    "attempts.read": "attempt",
    "attempts.failed": "attempt",
    "attempts.answered": "attempt",
    "attempts.denied": "denial",
    "contacts.regulated": "attempt",
    "contacts.prevented": "denial",
    "debtors.attempted": "debtor",
    "debtors.answering": "debtor",
    "debtors.reached": "debtor",
  } as const;

  constructor(private readonly contacts: ContactMeasures) {}

  lines({ question, measure }: CasesAsked): AliasableExpression<CaseLine> {
    const nature = this.natures[measure as keyof ContactCases["natures"]];
    if (nature === "denial") return this.denials(question);
    const tries = this.contacts.tries(question);
    if (nature === "debtor") {
      const own = measure === "debtors.attempted" ? tries : tries.where((is) => provenBy(is, "attempts.answered", question.asOf));
      return own
        .select((is) => [
          is.ref("debtor_id").$castTo<number | string>().as("case_key"),
          is.ref("debtor_id").$castTo<number | null>().as("debtor_id"),
          none<number>().as("debt_id"),
          is.fn.max("day").$castTo<CalendarDate | null>().as("day"),
          none<CalendarDate>().as("until"),
          none<string>().as("note"),
          sql<number | string | null>`1`.as("size"),
          is.fn.countAll<number | string>().as("sorted_by"),
        ])
        .groupBy("debtor_id");
    }
    const state = Object.keys(PROOFS).find((one) => one === measure) as keyof typeof PROOFS | undefined;
    const own = state === undefined ? tries : tries.where((is) => provenBy(is, state, question.asOf));
    return own.select((is) => [
      is.ref("ref").$castTo<number | string>().as("case_key"),
      is.ref("debtor_id").$castTo<number | null>().as("debtor_id"),
      none<number>().as("debt_id"),
      "day",
      none<CalendarDate>().as("until"),
      is.fn.coalesce("failure", "template", "channel").$castTo<string | null>().as("note"),
      sql<number | string | null>`1`.as("size"),
      is.ref("made_at").$castTo<number | string>().as("sorted_by"),
    ]);
  }

  private denials(question: CasesAsked["question"]): AliasableExpression<CaseLine> {
    return this.contacts
      .denials(question)
      .select((is) => [
        is.ref("seq").$castTo<number | string>().as("case_key"),
        "debtor_id",
        none<number>().as("debt_id"),
        is.ref("day").$castTo<CalendarDate | null>().as("day"),
        none<CalendarDate>().as("until"),
        is.ref("rule").as("note"),
        sql<number | string | null>`1`.as("size"),
        is.ref("recorded_at").$castTo<number | string>().as("sorted_by"),
      ]);
  }
}

/** Whether it was known by then. */
function provenBy(is: ExpressionBuilder<KpisTables, typeof CONTACT_TRY>, state: keyof typeof PROOFS, asOf: Instant) {
  return is.or(PROOFS[state].map((column) => is(column, "<=", asOf)));
}

const none = <T>() => sql<T | null>`null`;
