import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import { localDate } from "../../../shared/zone.js";
import { type KpisTables, PROMISE_SPAN } from "../kpis.tables.js";
import type { Measure } from "../metrics/domain/measure.js";
import { byCurrency, type Counted, type Counter, type Question } from "./domain/counted.js";

const AMOUNTS = ["promises.due.amount", "promises.paid.amount"] as const satisfies readonly Measure[];
const COUNTS = ["promises.received", "debtors.promising", "promises.due", "promises.kept"] as const satisfies readonly Measure[];
/** What became of a promise that was not replaced or ended before its day. */
const JUDGED = ["kept", "partially_kept", "broken"] as const;

/** Promises to pay: made in a period, and due in it. */
@Injectable()
export class PromiseMeasures implements Counter {
  readonly measures = [...COUNTS, ...AMOUNTS];

  constructor(private readonly db: Database) {}

  async count(question: Question): Promise<Counted> {
    const made = await this.made(question)
      .select(({ fn }) => [fn.countAll<number>().as("promises"), fn.count<number>("debtor_id").distinct().as("debtors")])
      .executeTakeFirst();
    const due = await this.due(question)
      .select((is) => [
        "currency",
        is.fn.countAll<number>().as("due"),
        is.fn.sum<number | string>(is.case().when("standing", "=", "kept").then(1).else(0).end()).as("kept"),
        is.fn.sum<number | string>("amount_minor").as("amount"),
        is.fn.sum<number | string>("paid_minor").as("paid"),
      ])
      .groupBy("currency")
      .execute();
    const sum = (column: "due" | "kept") => due.reduce((total, row) => total + Number(row[column]), 0);
    const all: Record<(typeof COUNTS)[number], number> = {
      "promises.received": Number(made?.promises ?? 0),
      "debtors.promising": Number(made?.debtors ?? 0),
      "promises.due": sum("due"),
      "promises.kept": sum("kept"),
    };
    const rows = due.flatMap(({ currency, amount, paid }) => [
      { currency, measure: "promises.due.amount" as const, total: Number(amount) },
      { currency, measure: "promises.paid.amount" as const, total: Number(paid) },
    ]);
    const behind = due.map((row) => ({ currency: row.currency, measure: "promises.due.amount" as const, total: Number(row.due) }));
    return { all, currencies: byCurrency(AMOUNTS, rows), inEach: AMOUNTS, behind: byCurrency([], behind) };
  }

  /** Promises made in the period. */
  made(question: Question) {
    const { start, end } = question.period;
    return this.known(question).where("made_on", ">=", start).where("made_on", "<", end);
  }

  /** Judged at the end of the last day, and not before: one that is kept early still falls into the period of its last day. */
  due(question: Question) {
    const { period, asOf } = question;
    return this.known(question)
      .where("last_day", ">=", period.start)
      .where("last_day", "<", period.end)
      .where("last_day", "<", localDate(period.zone, asOf))
      .where("standing", "in", JUDGED);
  }

  private known({ accountId, asOf }: Question) {
    return this.db
      .typed<KpisTables>()
      .selectFrom(PROMISE_SPAN)
      .where("account_id", "=", accountId)
      .where("from_at", "<=", asOf)
      .where("to_at", ">", asOf);
  }
}
