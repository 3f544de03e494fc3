import { Injectable } from "@nestjs/common";
import { type AliasableExpression, type SelectQueryBuilder, sql } from "kysely";
import type { CalendarDate } from "../../../shared/calendar.js";
import { Database } from "../../../platform/database/database.js";
import type { DESK_ACT, INQUIRY, KpisTables } from "../kpis.tables.js";
import { DeskMeasures } from "../measures/work/desk-measures.view.js";
import { InquiryMeasures } from "../measures/work/inquiry-measures.view.js";
import type { CaseLine, CaseLister, CasesAsked } from "./case-lister.port.js";

type Acts = SelectQueryBuilder<KpisTables, typeof DESK_ACT, object>;
type Inquiries = SelectQueryBuilder<KpisTables, typeof INQUIRY, object>;

/** What people and machines did, and what debtors asked; the newest first. */
@Injectable()
export class WorkCases implements CaseLister {
  readonly natures = {
    "activities.all": "activity",
    "activities.automatic": "activity",
    "agents.days": "agent_day",
    "agents.accounts_worked": "agent_day",
    "inquiries.received": "inquiry",
    "inquiries.answered_in_time": "inquiry",
    "inquiries.resolved_in_time": "inquiry",
    "inquiries.wait": "inquiry",
  } as const;

  constructor(
    private readonly db: Database,
    private readonly desk: DeskMeasures,
    private readonly inquiries: InquiryMeasures,
  ) {}

  lines({ question, measure }: CasesAsked): AliasableExpression<CaseLine> {
    switch (measure as keyof WorkCases["natures"]) {
      case "activities.all":
        return this.activities(question, this.desk.activities(question));
      case "activities.automatic":
        return this.activities(question, this.desk.automatic(question));
      case "agents.days":
        return days(this.desk.agentDays(question));
      case "agents.accounts_worked":
        return accounts(this.desk.accountsWorked(question));
      case "inquiries.received":
        return asked(this.inquiries.received(question), "one");
      case "inquiries.answered_in_time":
        return asked(this.inquiries.answeredInTime(question), "one");
      case "inquiries.resolved_in_time":
        return asked(this.inquiries.resolvedInTime(question), "one");
      case "inquiries.wait":
        return asked(this.inquiries.answered(question), "wait");
    }
  }

  /** The steps of cadences that were sent, and these acts. */
  private activities(question: CasesAsked["question"], acts: Acts): AliasableExpression<CaseLine> {
    const steps = this.desk
      .steps(question)
      .select((is) => [
        is.ref("ref").$castTo<number | string>().as("case_key"),
        is.ref("debtor_id").$castTo<number | null>().as("debtor_id"),
        none<number>().as("debt_id"),
        is.ref("day").$castTo<CalendarDate | null>().as("day"),
        none<CalendarDate>().as("until"),
        is.ref("template").$castTo<string | null>().as("note"),
        one.as("size"),
        is.ref("made_at").$castTo<number | string>().as("sorted_by"),
      ]);
    const done = acts.select((is) => [
      is.fn<number | string>("concat", [sql.lit("act "), "seq"]).as("case_key"),
      is.ref("debtor_id").$castTo<number | null>().as("debtor_id"),
      none<number>().as("debt_id"),
      is.ref("day").$castTo<CalendarDate | null>().as("day"),
      none<CalendarDate>().as("until"),
      is.ref("kind").$castTo<string | null>().as("note"),
      one.as("size"),
      is.ref("recorded_at").$castTo<number | string>().as("sorted_by"),
    ]);
    return this.db.typed<KpisTables>().selectFrom(steps.unionAll(done).as("activities")).selectAll();
  }
}

function days(acts: Acts): AliasableExpression<CaseLine> {
  return acts.select((is) => [
    is.fn<number | string>("concat", ["agent", sql.lit(" "), "day"]).as("case_key"),
    none<number>().as("debtor_id"),
    none<number>().as("debt_id"),
    is.ref("day").$castTo<CalendarDate | null>().as("day"),
    none<CalendarDate>().as("until"),
    none<string>().as("note"),
    one.as("size"),
    is.fn.countAll<number | string>().as("sorted_by"),
  ]);
}

function accounts(acts: Acts): AliasableExpression<CaseLine> {
  return acts.select((is) => [
    is.fn<number | string>("concat", ["agent", sql.lit(" "), "day", sql.lit(" "), "debtor_id"]).as("case_key"),
    is.ref("debtor_id").$castTo<number | null>().as("debtor_id"),
    none<number>().as("debt_id"),
    is.ref("day").$castTo<CalendarDate | null>().as("day"),
    none<CalendarDate>().as("until"),
    none<string>().as("note"),
    one.as("size"),
    is.fn.countAll<number | string>().as("sorted_by"),
  ]);
}

/** @param size what each counts for: one, or the working time until its answer */
function asked(inquiries: Inquiries, size: "one" | "wait"): AliasableExpression<CaseLine> {
  return inquiries.select((is) => [
    is.ref("seq").$castTo<number | string>().as("case_key"),
    is.ref("debtor_id").$castTo<number | null>().as("debtor_id"),
    none<number>().as("debt_id"),
    is.ref("day").$castTo<CalendarDate | null>().as("day"),
    none<CalendarDate>().as("until"),
    is
      .case()
      .when("answered_at", "is", null)
      .then("waiting")
      .when("agent", "is", null)
      .then("by_machine")
      .else("by_person")
      .end()
      .$castTo<string | null>()
      .as("note"),
    (size === "one" ? one : sql<number | string | null>`${sql.ref("wait")}`).as("size"),
    is.ref("received_at").$castTo<number | string>().as("sorted_by"),
  ]);
}

const one = sql<number | string | null>`1`;
const none = <T>() => sql<T | null>`null`;
