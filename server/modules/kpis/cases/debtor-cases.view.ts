import { Injectable } from "@nestjs/common";
import { type AliasableExpression, sql } from "kysely";
import type { CalendarDate } from "../../../shared/calendar.js";
import { Database } from "../../../platform/database/database.js";
import type { KpisTables } from "../kpis.tables.js";
import { ComplaintMeasures } from "../measures/work/complaint-measures.view.js";
import { DocumentationMeasures } from "../measures/work/documentation-measures.view.js";
import { FirstContactMeasures } from "../measures/work/first-contact-measures.view.js";
import { contactsOf, ResolvedCases } from "../measures/work/resolved-cases.view.js";
import type { CaseLine, CaseLister, CasesAsked } from "./case-lister.port.js";

/** Debtors and cases of theirs, behind figures of what contact with them brought. */
@Injectable()
export class DebtorCases implements CaseLister {
  readonly natures = {
    "debtors.first_contacted": "debtor",
    "debtors.converted": "debtor",
    "cases.reached": "debtor",
    "cases.resolved_by_contact": "debtor",
    "cases.all": "debtor",
    "cases.documented": "debtor",
    "accounts.contacted": "debtor",
    "accounts.disputing": "debtor",
  } as const;

  constructor(
    private readonly db: Database,
    private readonly firsts: FirstContactMeasures,
    private readonly resolved: ResolvedCases,
    private readonly documentation: DocumentationMeasures,
    private readonly complaints: ComplaintMeasures,
  ) {}

  lines({ question, measure, metric }: CasesAsked): AliasableExpression<CaseLine> {
    const tables = this.db.typed<KpisTables>();
    switch (measure as keyof DebtorCases["natures"]) {
      case "debtors.first_contacted":
      case "debtors.converted": {
        const all = tables.selectFrom(this.firsts.firstContacted(question).as("f"));
        const own = measure === "debtors.converted" ? all.where("f.converted", "=", 1) : all;
        return own.select((is) => [
          is.ref("f.debtor_id").$castTo<number | string>().as("case_key"),
          is.ref("f.debtor_id").$castTo<number | null>().as("debtor_id"),
          none<number>().as("debt_id"),
          is.ref("f.day").$castTo<CalendarDate | null>().as("day"),
          none<CalendarDate>().as("until"),
          none<string>().as("note"),
          one.as("size"),
          is.ref("f.made_at").$castTo<number | string>().as("sorted_by"),
        ]);
      }
      case "cases.reached":
      case "cases.resolved_by_contact": {
        const all = tables.selectFrom(this.resolved.cases(question).as("c"));
        const own = measure === "cases.reached" ? all : all.where("c.contacts", "<=", contactsOf(metric.id) ?? 0);
        return own.select((is) => [
          is.ref("c.ref").$castTo<number | string>().as("case_key"),
          is.ref("c.debtor_id").$castTo<number | null>().as("debtor_id"),
          none<number>().as("debt_id"),
          is.ref("c.day").$castTo<CalendarDate | null>().as("day"),
          none<CalendarDate>().as("until"),
          none<string>().as("note"),
          one.as("size"),
          is.fn.coalesce("c.contacts", sql.lit(0)).$castTo<number | string>().as("sorted_by"),
        ]);
      }
      case "cases.all":
      case "cases.documented": {
        const all = tables.selectFrom(this.documentation.cases(question).as("c"));
        const own = measure === "cases.all" ? all : all.where("c.lacking", "=", 0);
        return own.select((is) => [
          is.ref("c.debtor_id").$castTo<number | string>().as("case_key"),
          is.ref("c.debtor_id").$castTo<number | null>().as("debtor_id"),
          none<number>().as("debt_id"),
          is.ref("c.day").$castTo<CalendarDate | null>().as("day"),
          none<CalendarDate>().as("until"),
          is.ref("c.gap").$castTo<string | null>().as("note"),
          one.as("size"),
          is.ref("c.lacking").$castTo<number | string>().as("sorted_by"),
        ]);
      }
      case "accounts.contacted":
        return this.complaints
          .contacted(question)
          .select((is) => [
            is.ref("debtor_id").$castTo<number | string>().as("case_key"),
            is.ref("debtor_id").$castTo<number | null>().as("debtor_id"),
            none<number>().as("debt_id"),
            is.fn.max("day").$castTo<CalendarDate | null>().as("day"),
            none<CalendarDate>().as("until"),
            none<string>().as("note"),
            one.as("size"),
            is.fn.countAll<number | string>().as("sorted_by"),
          ]);
      case "accounts.disputing":
        return this.complaints
          .disputing(question)
          .select((is) => [
            is.ref("debtor_id").$castTo<number | string>().as("case_key"),
            is.ref("debtor_id").$castTo<number | null>().as("debtor_id"),
            none<number>().as("debt_id"),
            is.fn.max("day").$castTo<CalendarDate | null>().as("day"),
            none<CalendarDate>().as("until"),
            none<string>().as("note"),
            one.as("size"),
            is.fn.countAll<number | string>().as("sorted_by"),
          ]);
    }
  }
}

const one = sql<number | string | null>`1`;
const none = <T>() => sql<T | null>`null`;
