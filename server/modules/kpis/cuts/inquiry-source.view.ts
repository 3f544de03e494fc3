import { Injectable } from "@nestjs/common";
import { sql } from "kysely";
import { RESOLUTION_TARGET } from "../metrics/domain/cases/inquiry-wait.js";
import type { Question } from "../measures/domain/counted.js";
import { InquiryMeasures } from "../measures/work/inquiry-measures.view.js";
import { type CutSource, none, one, when } from "./cut-rows.port.js";

/** What debtors asked, by who answered; nobody's where nobody has yet. */
@Injectable()
export class InquiryCutSource implements CutSource {
  readonly measures = ["inquiries.received", "inquiries.answered_in_time", "inquiries.resolved_in_time"] as const;
  readonly columns = {
    agent: { agent: sql.ref("t.agent") },
    hour: { day: sql.ref("t.day"), hour: sql.ref("t.hour") },
  };
  readonly segmentsBy = "debtor_id";
  readonly inCurrency = false;
  readonly cases = {
    key: sql.ref("t.seq"),
    debt: none,
    day: sql.ref("t.day"),
    note: sql`case when ${sql.ref("t.answered_at")} is null then 'waiting' when ${sql.ref("t.agent")} is null then 'by_machine' else 'by_person' end`,
    sortedBy: sql.ref("t.received_at"),
  };

  constructor(private readonly inquiries: InquiryMeasures) {}

  rows(question: Question) {
    return this.inquiries.received(question).selectAll();
  }

  sums({ asOf }: Question) {
    const answered = sql`${sql.ref("t.answered_recorded")} <= ${asOf} and ${sql.ref("t.answered_at")} <= ${sql.ref("t.due_at")}`;
    const resolved = sql`${sql.ref("t.resolved_recorded")} <= ${asOf} and ${sql.ref("t.resolved_at")} - ${sql.ref("t.received_at")} <= ${RESOLUTION_TARGET}`;
    return { "inquiries.received": one, "inquiries.answered_in_time": when(answered), "inquiries.resolved_in_time": when(resolved) };
  }
}
