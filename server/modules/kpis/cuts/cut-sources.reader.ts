import { Injectable } from "@nestjs/common";
import { type AliasableExpression, sql } from "kysely";
import type { Currency } from "../../../shared/money.js";
import type { Question } from "../measures/domain/counted.js";
import type { Measure } from "../metrics/domain/measure.js";
import { type Dimension, type Metric, measuresOf } from "../metrics/domain/metric.js";
import { AgentCutSource } from "./agent-source.view.js";
import { AttemptCutSource } from "./attempt-source.view.js";
import { columnsOf, CutQuery } from "./cut-query.view.js";
import type { CutSource } from "./cut-rows.port.js";
import { DebtCutSource } from "./debt-source.view.js";
import type { CutFilter } from "./domain/cut-filter.js";
import { cutValue, type RawRow } from "./domain/cut-value.js";
import { InquiryCutSource } from "./inquiry-source.view.js";
import { MoneyCutSource } from "./money-source.view.js";
import { OverdueCutSources } from "./overdue-source.view.js";
import { PromiseCutSource } from "./promise-source.view.js";

/** Rows of one combination of values, added up. */
export interface CutLine {
  readonly values: Readonly<Partial<Record<Dimension, string | null>>>;
  /** Null for what is no amount. */
  readonly currency: string | null;
  readonly totals: Readonly<Partial<Record<Measure, number>>>;
  /** How many rows they are. */
  readonly rows: number;
}

/** Whose rows are looked at. */
interface Among {
  /** What is in one of these. */
  readonly segments?: CutFilter | undefined;
  readonly debtorId?: number | undefined;
}

/** A case of a measure, as the page of cases lists it. */
export interface CutCase {
  readonly case_key: number | string;
  readonly debtor_id: number | null;
  readonly debt_id: number | null;
  readonly day: string | null;
  readonly until: string | null;
  readonly note: string | null;
  readonly size: number | string | null;
  readonly sorted_by: number | string;
}

/** The rows behind figures, by what is known of them. */
@Injectable()
export class CutSources {
  private readonly all: readonly CutSource[];

  constructor(
    private readonly query: CutQuery,
    attempts: AttemptCutSource,
    debts: DebtCutSource,
    overdue: OverdueCutSources,
    money: MoneyCutSource,
    promises: PromiseCutSource,
    inquiries: InquiryCutSource,
    agents: AgentCutSource,
  ) {
    this.all = [debts, ...overdue.all, money, attempts, promises, inquiries, agents];
  }

  /** What a figure can be cut by: what is declared of it and told by every row it is made of. Empty where it is not made of such rows. */
  dimensionsOf(metric: Metric): Dimension[] {
    if (metric.method !== "quotient" && metric.method !== "total") return [];
    const sources = measuresOf(metric).map((measure) => this.sourceOf(measure));
    return metric.dimensions.filter((dimension) => sources.every((source) => source !== undefined && tells(source, dimension)));
  }

  /** Rows for these measures, one a combination of what the dimensions can be; of segments only what is in one of those asked for. */
  async lines(question: Question, measures: readonly Measure[], dimensions: readonly Dimension[], among: Among = {}): Promise<CutLine[]> {
    const lines: CutLine[] = [];
    for (const source of this.all) {
      const own = measures.filter((measure) => source.measures.includes(measure));
      if (own.length > 0) lines.push(...(await this.linesOf(source, question, own, dimensions, among)));
    }
    return lines;
  }

  /** The cases of a measure that are of these values, by the rule by which they were counted; null where nothing tells. */
  async cases(
    question: Question,
    measure: Measure,
    currency: Currency | null,
    where: readonly CutFilter[],
  ): Promise<AliasableExpression<CutCase> | null> {
    const source = this.sourceOf(measure);
    if (source === undefined || !where.every(({ dimension }) => tells(source, dimension))) return null;
    const { key, debt, day, note, sortedBy } = source.cases;
    const size = sql`sum(${source.sums(question)[measure]!})`;
    let rows = this.query.rows(source, question, false);
    for (const condition of await this.query.conditions(source, question, where)) rows = rows.where(condition);
    if (currency !== null && source.inCurrency) rows = rows.where(sql<boolean>`${sql.ref("t.currency")} = ${currency}`);
    return rows
      .select([
        sql<number | string>`${key}`.as("case_key"),
        sql<number | null>`max(${sql.ref("t.debtor_id")})`.as("debtor_id"),
        sql<number | null>`max(${debt})`.as("debt_id"),
        sql<string | null>`max(${day})`.as("day"),
        sql<string | null>`null`.as("until"),
        sql<string | null>`max(${note})`.as("note"),
        sql<number | string | null>`${size}`.as("size"),
        sql<number | string>`${sortedBy === null ? size : sql`max(${sortedBy})`}`.as("sorted_by"),
      ])
      .groupBy(sql`${key}`)
      .having(sql<boolean>`${size} <> 0`);
  }

  private sourceOf(measure: Measure): CutSource | undefined {
    return this.all.find((source) => source.measures.includes(measure));
  }

  private async linesOf(
    source: CutSource,
    question: Question,
    own: readonly Measure[],
    dimensions: readonly Dimension[],
    { segments, debtorId }: Among,
  ): Promise<CutLine[]> {
    const told = Object.assign({}, ...dimensions.map((dimension) => columnsOf(source, dimension) ?? {})) as CutSource["columns"][Dimension];
    const columns = { ...told, ...(source.inCurrency ? { currency: sql.ref("t.currency") } : {}) };
    const sums = source.sums(question);
    const rows = await this.query
      .rows(source, question, dimensions.includes("segment"))
      .select([
        ...Object.entries(columns).map(([name, column]) => sql<string | number | null>`${column}`.as(`c_${name}`)),
        ...own.map((measure, index) => sql<number | string | null>`sum(${sums[measure]!})`.as(`s_${index}`)),
        sql<number | string | null>`count(*)`.as("s_rows"),
      ])
      .$if(segments !== undefined, (query) => query.where(this.query.inSegments(source, question, segments!)))
      .$if(debtorId !== undefined, (query) => query.where(sql<boolean>`${sql.ref("t.debtor_id")} = ${debtorId}`))
      .$if(Object.keys(columns).length > 0, (query) => query.groupBy(Object.values(columns).map((column) => sql`${column}`)))
      .execute();
    return rows.map((row) => {
      const found = row as RawRow;
      const raw: RawRow = Object.fromEntries(Object.keys(columns).map((name) => [name, found[`c_${name}`] ?? null]));
      return {
        values: Object.fromEntries(dimensions.map((dimension) => [dimension, cutValue(dimension, raw)])),
        currency: source.inCurrency ? String(raw["currency"]) : null,
        totals: Object.fromEntries(own.map((measure, index) => [measure, Number(found[`s_${index}`] ?? 0)])),
        rows: Number(found["s_rows"] ?? 0),
      };
    });
  }
}

function tells(source: CutSource, dimension: Dimension): boolean {
  return columnsOf(source, dimension) !== undefined;
}
