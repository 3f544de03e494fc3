import { Injectable } from "@nestjs/common";
import { sql } from "kysely";
import { Database } from "../../../platform/database/database.js";
import { localDate } from "../../../shared/zone.js";
import { DEBTOR, type PortfolioTables } from "../../portfolio/index.js";
import { SEGMENT, SEGMENT_MEMBER, type SegmentationTables } from "../../segmentation/index.js";
import type { KpisTables } from "../kpis.tables.js";
import { edgesOf, type Question } from "../measures/domain/counted.js";
import type { Measure } from "../metrics/domain/measure.js";
import { type Dimension, type Metric, measuresOf } from "../metrics/domain/metric.js";
import { AgentCutSource } from "./agent-source.view.js";
import { AttemptCutSource } from "./attempt-source.view.js";
import { type CutSource, DEBTOR_COLUMNS } from "./cut-rows.port.js";
import { DebtCutSource } from "./debt-source.view.js";
import { cutValue, type RawRow } from "./domain/cut-value.js";
import { InquiryCutSource } from "./inquiry-source.view.js";
import { MoneyCutSource } from "./money-source.view.js";
import { PromiseCutSource } from "./promise-source.view.js";

/** Rows of one combination of values, added up. */
export interface CutLine {
  readonly values: Readonly<Partial<Record<Dimension, string | null>>>;
  /** Null for what is no amount. */
  readonly currency: string | null;
  readonly totals: Readonly<Partial<Record<Measure, number>>>;
}

/** The rows behind figures, by what is known of them. */
@Injectable()
export class CutSources {
  private readonly all: readonly CutSource[];

  constructor(
    private readonly db: Database,
    attempts: AttemptCutSource,
    debts: DebtCutSource,
    money: MoneyCutSource,
    promises: PromiseCutSource,
    inquiries: InquiryCutSource,
    agents: AgentCutSource,
  ) {
    this.all = [attempts, debts, money, promises, inquiries, agents];
  }

  /** What a figure can be cut by: what is declared of it and told by every row it is made of. Empty where it is not made of such rows. */
  dimensionsOf(metric: Metric): Dimension[] {
    if (metric.method !== "quotient" && metric.method !== "total") return [];
    const sources = measuresOf(metric).map((measure) => this.all.find((source) => source.measures.includes(measure)));
    return metric.dimensions.filter((dimension) => sources.every((source) => source !== undefined && tells(source, dimension)));
  }

  /** Rows for these measures, one a combination of what the dimensions can be. */
  async lines(question: Question, measures: readonly Measure[], dimensions: readonly Dimension[]): Promise<CutLine[]> {
    const lines: CutLine[] = [];
    for (const source of this.all) {
      const own = measures.filter((measure) => source.measures.includes(measure));
      if (own.length > 0) lines.push(...(await this.linesOf(source, question, own, dimensions)));
    }
    return lines;
  }

  private async linesOf(
    source: CutSource,
    question: Question,
    own: readonly Measure[],
    dimensions: readonly Dimension[],
  ): Promise<CutLine[]> {
    const told = Object.assign({}, ...dimensions.map((dimension) => columnsOf(source, dimension) ?? {})) as CutSource["columns"][Dimension];
    const columns = { ...told, ...(source.inCurrency ? { currency: sql.ref("t.currency") } : {}) };
    const sums = source.sums(question);
    const { accountId, period } = question;
    const day = localDate(period.zone, edgesOf(question).end);
    const by = source.segmentsBy;
    const withSegments = by !== null && dimensions.includes("segment");
    const rows = await this.db
      .typed<KpisTables & PortfolioTables & SegmentationTables>()
      .selectFrom(source.rows(question).as("t"))
      .leftJoin(`${DEBTOR} as d`, (join) => join.onRef("d.id", "=", "t.debtor_id").on("d.account_id", "=", accountId))
      .$if(withSegments, (query) =>
        query
          .leftJoin(
            (is) =>
              is
                .selectFrom(SEGMENT_MEMBER)
                .select(["segment_id", `${by ?? "debtor_id"} as member`])
                .distinct()
                .where("account_id", "=", accountId)
                .where("from_date", "<=", day)
                .where((of) => of.or([of("to_date", "is", null), of("to_date", ">", day)]))
                .as("m"),
            (join) => join.on(sql<boolean>`m.member = ${sql.ref(`t.${by ?? "debtor_id"}`)}`),
          )
          .leftJoin(`${SEGMENT} as g`, (join) => join.on(sql<boolean>`g.id = m.segment_id`).on("g.account_id", "=", accountId)),
      )
      .select([
        ...Object.entries(columns).map(([name, column]) => sql<string | number | null>`${column}`.as(`c_${name}`)),
        ...own.map((measure, index) => sql<number | string | null>`sum(${sums[measure]!})`.as(`s_${index}`)),
      ])
      .$if(Object.keys(columns).length > 0, (query) => query.groupBy(Object.values(columns).map((column) => sql`${column}`)))
      .execute();
    return rows.map((row) => {
      const found = row as RawRow;
      const raw: RawRow = Object.fromEntries(Object.keys(columns).map((name) => [name, found[`c_${name}`] ?? null]));
      return {
        values: Object.fromEntries(dimensions.map((dimension) => [dimension, cutValue(dimension, raw)])),
        currency: source.inCurrency ? String(raw["currency"]) : null,
        totals: Object.fromEntries(own.map((measure, index) => [measure, Number(found[`s_${index}`] ?? 0)])),
      };
    });
  }
}

function columnsOf(source: CutSource, dimension: Dimension): CutSource["columns"][Dimension] {
  return source.columns[dimension] ?? (source.segmentsBy === null ? undefined : DEBTOR_COLUMNS[dimension]);
}

function tells(source: CutSource, dimension: Dimension): boolean {
  return columnsOf(source, dimension) !== undefined;
}
