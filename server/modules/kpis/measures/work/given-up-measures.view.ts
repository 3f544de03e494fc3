import { Injectable } from "@nestjs/common";
import { Database } from "../../../../platform/database/database.js";
import { type KpisTables, MONEY_FLOW } from "../../kpis.tables.js";
import type { Measure } from "../../metrics/domain/measure.js";
import type { FlowKind } from "../../projections/debts/domain/portfolio-record.js";
import { byCurrency, type Counted, type Counter, type Question } from "../domain/counted.js";

/** By which movements of overdue debts each is told. */
const TOLD_BY = {
  "balance.written_off": "write_off",
  "balance.forgiven": "forgiven",
  "cash.after_write_off": "after_write_off",
} as const satisfies Partial<Record<Measure, FlowKind>>;
const MEASURES = ["balance.written_off", "balance.forgiven", "cash.after_write_off"] as const satisfies readonly Measure[];
export type GivenUpMeasure = (typeof MEASURES)[number];

/** What creditors gave up or let go of what was overdue, and what came after all. What is taken back comes off on the day it is. */
@Injectable()
export class GivenUpMeasures implements Counter {
  readonly measures = MEASURES;

  constructor(private readonly db: Database) {}

  async count(question: Question): Promise<Counted> {
    const rows = [];
    for (const measure of MEASURES) {
      const found = await this.moved(question, measure)
        .select(({ fn }) => ["currency", fn.sum<number | string>("amount_minor").as("minor")])
        .groupBy("currency")
        .execute();
      rows.push(...found.map(({ currency, minor }) => ({ currency, measure, total: -Number(minor) })));
    }
    return { all: {}, currencies: byCurrency(MEASURES, rows), inEach: MEASURES };
  }

  /** What money gives back of a write-off was given up all the same: only what no payment moved is told of it. */
  moved({ accountId, period, asOf }: Question, measure: GivenUpMeasure) {
    const moved = this.db
      .typed<KpisTables>()
      .selectFrom(MONEY_FLOW)
      .where("account_id", "=", accountId)
      .where("day", ">=", period.start)
      .where("day", "<", period.end)
      .where("recorded_at", "<=", asOf)
      .where("kind", "=", TOLD_BY[measure]);
    if (measure === "cash.after_write_off") return moved;
    return moved.where("payment", "is", null).where("age", ">", 0);
  }
}
