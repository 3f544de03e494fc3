import { Injectable } from "@nestjs/common";
import { Database } from "../../../../platform/database/database.js";
import { INQUIRY, type KpisTables } from "../../kpis.tables.js";
import type { Tally } from "../../metrics/domain/arithmetic/tally.js";
import { RESOLUTION_TARGET } from "../../metrics/domain/cases/inquiry-wait.js";
import { RESPONSE_TIME } from "../../metrics/domain/definitions/work/response.js";
import { medianFigure } from "../../metrics/domain/evaluate-by-method.js";
import type { Measure } from "../../metrics/domain/measure.js";
import type { Counted, Counter, Question } from "../domain/counted.js";
import type { FigureMethod, FiguresById } from "../domain/figures-by-id.js";

const MEASURES = ["inquiries.received", "inquiries.answered_in_time", "inquiries.resolved_in_time"] as const satisfies readonly Measure[];

/** What debtors asked, and how long they waited: in the account's working time for an answer, by the wall until it was resolved. */
@Injectable()
export class InquiryMeasures implements Counter, FigureMethod {
  readonly measures = MEASURES;
  readonly ids = [RESPONSE_TIME.id];

  constructor(private readonly db: Database) {}

  async count(question: Question): Promise<Counted> {
    const all: Record<(typeof MEASURES)[number], number> = {
      "inquiries.received": await this.total(this.received(question)),
      "inquiries.answered_in_time": await this.total(this.answeredInTime(question)),
      "inquiries.resolved_in_time": await this.total(this.resolvedInTime(question)),
    };
    return { all, currencies: new Map(), inEach: [] };
  }

  async figures(question: Question): Promise<FiguresById> {
    const rows = await this.answered(question)
      .select(({ fn }) => ["wait", fn.countAll<number>().as("inquiries")])
      .groupBy("wait")
      .execute();
    const waits = rows.flatMap(({ wait, inquiries }): Tally[] => (wait === null ? [] : [{ value: wait, count: Number(inquiries) }]));
    return new Map([[RESPONSE_TIME.id, [medianFigure(waits)]]]);
  }

  /** Those that were answered, or whose time is up: the others are neither in time nor late. */
  received(question: Question) {
    return this.asked(question).where((is) => is.or([is("answered_recorded", "<=", question.asOf), is("due_at", "<=", question.asOf)]));
  }

  answeredInTime(question: Question) {
    return this.answered(question).whereRef("answered_at", "<=", "due_at");
  }

  resolvedInTime(question: Question) {
    return this.received(question)
      .where("resolved_recorded", "<=", question.asOf)
      .where((is) => is(is("resolved_at", "-", is.ref("received_at")), "<=", RESOLUTION_TARGET));
  }

  answered(question: Question) {
    return this.asked(question).where("answered_recorded", "<=", question.asOf);
  }

  private asked({ accountId, period, asOf }: Question) {
    return this.db
      .typed<KpisTables>()
      .selectFrom(INQUIRY)
      .where("account_id", "=", accountId)
      .where("day", ">=", period.start)
      .where("day", "<", period.end)
      .where("received_recorded", "<=", asOf);
  }

  private async total(inquiries: ReturnType<InquiryMeasures["asked"]>): Promise<number> {
    const row = await inquiries.select(({ fn }) => fn.countAll<number>().as("total")).executeTakeFirst();
    return Number(row?.total ?? 0);
  }
}
