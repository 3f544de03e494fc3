import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import { TypedRecords } from "../../journal/index.js";
import { CONTACT_DENIAL, CONTACT_TRY, type KpisTables } from "../kpis.tables.js";
import type { Measure } from "../metrics/domain/measure.js";
import { type Counted, type Counter, edgesOf, type Question } from "./domain/counted.js";

const MEASURES = [
  "attempts.made",
  "attempts.delivered",
  "attempts.read",
  "attempts.failed",
  "attempts.answered",
  "attempts.denied",
  "debtors.attempted",
  "debtors.answering",
  "debtors.reached",
  "contacts.regulated",
  "contacts.permitted",
  "contacts.prevented",
] as const satisfies readonly Measure[];

/** Whom somebody tried to reach, and what came of it. An answer proves that the attempt arrived and was read. */
@Injectable()
export class ContactMeasures implements Counter {
  readonly measures = MEASURES;

  constructor(
    private readonly db: Database,
    private readonly records: TypedRecords,
  ) {}

  async count(question: Question): Promise<Counted> {
    const { asOf } = question;
    const tries = await this.tries(question)
      .select((is) => {
        const known = (column: "delivered_recorded" | "read_recorded" | "answered_recorded" | "failed_recorded") => is(column, "<=", asOf);
        const of = (...any: ReturnType<typeof known>[]) => is.fn.sum<number | string>(is.case().when(is.or(any)).then(1).else(0).end());
        return [
          is.fn.countAll<number>().as("made"),
          of(known("delivered_recorded"), known("answered_recorded")).as("delivered"),
          of(known("read_recorded"), known("answered_recorded")).as("read"),
          of(known("failed_recorded")).as("failed"),
          of(known("answered_recorded")).as("answered"),
          is.fn.count<number>("debtor_id").distinct().as("debtors"),
        ];
      })
      .executeTakeFirst();
    const answering = await this.tries(question)
      .select(({ fn }) => fn.count<number>("debtor_id").distinct().as("debtors"))
      .where("answered_recorded", "<=", asOf)
      .executeTakeFirst();
    const denied = await this.denied(question);
    const made = Number(tries?.made ?? 0);
    const all: Record<(typeof MEASURES)[number], number> = {
      "attempts.made": made,
      "attempts.delivered": Number(tries?.delivered ?? 0),
      "attempts.read": Number(tries?.read ?? 0),
      "attempts.failed": Number(tries?.failed ?? 0),
      "attempts.answered": Number(tries?.answered ?? 0),
      "attempts.denied": denied,
      "debtors.attempted": Number(tries?.debtors ?? 0),
      "debtors.answering": Number(answering?.debtors ?? 0),
      "debtors.reached": Number(answering?.debtors ?? 0),
      "contacts.regulated": made,
      "contacts.permitted": made - (await this.violations(question)),
      "contacts.prevented": denied,
    };
    return { all, currencies: new Map(), inEach: [] };
  }

  private async denied({ accountId, period, asOf }: Question): Promise<number> {
    const row = await this.db
      .typed<KpisTables>()
      .selectFrom(CONTACT_DENIAL)
      .select(({ fn }) => fn.countAll<number>().as("denied"))
      .where("account_id", "=", accountId)
      .where("day", ">=", period.start)
      .where("day", "<", period.end)
      .where("recorded_at", "<=", asOf)
      .executeTakeFirst();
    return Number(row?.denied ?? 0);
  }

  /** Few, so they are counted in the journal itself. */
  private violations(question: Question): Promise<number> {
    const { start, end } = edgesOf(question);
    return this.records.count(question.accountId, "violation.detected", { from: start, before: end, recordedUpTo: question.asOf });
  }

  private tries({ accountId, period, asOf }: Question) {
    return this.db
      .typed<KpisTables>()
      .selectFrom(CONTACT_TRY)
      .where("account_id", "=", accountId)
      .where("day", ">=", period.start)
      .where("day", "<", period.end)
      .where("made_recorded", "<=", asOf);
  }
}
