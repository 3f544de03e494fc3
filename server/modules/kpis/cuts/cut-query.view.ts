import { Injectable } from "@nestjs/common";
import { type RawBuilder, sql } from "kysely";
import { Database } from "../../../platform/database/database.js";
import type { CalendarDate } from "../../../shared/calendar.js";
import { localDate } from "../../../shared/zone.js";
import { DEBTOR, type PortfolioTables } from "../../portfolio/index.js";
import { SEGMENT, SEGMENT_MEMBER, type SegmentationTables } from "../../segmentation/index.js";
import type { KpisTables } from "../kpis.tables.js";
import { edgesOf, type Question } from "../measures/domain/counted.js";
import type { Dimension } from "../metrics/domain/metric.js";
import { type CutSource, DEBTOR_COLUMNS } from "./cut-rows.port.js";
import type { CutFilter } from "./domain/cut-filter.js";
import { cutValue, type RawRow } from "./domain/cut-value.js";

/** Rows of a source with what is known of their debtors, and what is of some values alone. */
@Injectable()
export class CutQuery {
  constructor(private readonly db: Database) {}

  /** @param segments whether each row stands once for each segment it is in */
  rows(source: CutSource, question: Question, segments: boolean) {
    const { accountId } = question;
    const by = source.segmentsBy;
    return this.tables
      .selectFrom(source.rows(question).as("t"))
      .leftJoin(`${DEBTOR} as d`, (join) => join.onRef("d.id", "=", "t.debtor_id").on("d.account_id", "=", accountId))
      .$if(segments && by !== null, (query) =>
        query
          .leftJoin(this.members(accountId, by ?? "debtor_id", dayOf(question)).as("m"), (join) =>
            join.on(sql<boolean>`m.member = ${sql.ref(`t.${by ?? "debtor_id"}`)}`),
          )
          .leftJoin(`${SEGMENT} as g`, (join) => join.on(sql<boolean>`g.id = m.segment_id`).on("g.account_id", "=", accountId)),
      );
  }

  /** What a row has to be, in SQL; each is told by the rows there are, so that it is told by one rule. */
  async conditions(source: CutSource, question: Question, where: readonly CutFilter[]): Promise<RawBuilder<boolean>[]> {
    const conditions: RawBuilder<boolean>[] = [];
    for (const filter of where) {
      conditions.push(
        filter.dimension === "segment" ? this.inSegments(source, question, filter) : await this.ofValues(source, question, filter),
      );
    }
    return conditions;
  }

  /** A row that is in several of the segments is there once. */
  inSegments({ segmentsBy }: CutSource, question: Question, { values }: CutFilter): RawBuilder<boolean> {
    const by = segmentsBy ?? "debtor_id";
    const { accountId } = question;
    const member = sql.ref(`t.${by}`);
    const all = this.members(accountId, by, dayOf(question));
    const named = values.filter((value) => value !== "-");
    const keys = this.tables.selectFrom(SEGMENT).select("id").where("account_id", "=", accountId).where("segment_key", "in", named);
    const parts = [
      ...(named.length > 0
        ? [sql`${member} in ${this.tables.selectFrom(all.where("segment_id", "in", keys).as("mine")).select("mine.member")}`]
        : []),
      ...(values.includes("-")
        ? [
            sql`not exists ${this.tables
              .selectFrom(all.as("any"))
              .select("any.member")
              .where(sql<boolean>`any.member = ${member}`)}`,
          ]
        : []),
    ];
    return sql<boolean>`(${sql.join(parts, sql` or `)})`;
  }

  private async ofValues(source: CutSource, question: Question, { dimension, values }: CutFilter): Promise<RawBuilder<boolean>> {
    const columns = Object.entries(columnsOf(source, dimension) ?? {});
    const found = await this.rows(source, question, false)
      .select(columns.map(([name, column]) => sql<string | number | null>`${column}`.as(`c_${name}`)))
      .groupBy(columns.map(([, column]) => sql`${column}`))
      .execute();
    const rows = found
      .map((row) => Object.fromEntries(columns.map(([name]) => [name, (row as RawRow)[`c_${name}`] ?? null])) as RawRow)
      .filter((row) => values.includes(cutValue(dimension, row) ?? "-"));
    const [[first, leading], ...others] = columns as [(typeof columns)[number], ...typeof columns];
    // Most of what tells a value is a day and one thing more: a list of the one beside each of the other keeps the statement short.
    const groups = Map.groupBy(rows, (row) => JSON.stringify(others.map(([name]) => row[name])));
    const parts = [...groups.values()].map((group) => {
      const rest = others.map(([name, column]) => equals(column, group[0]?.[name] ?? null));
      return sql`(${sql.join(
        [
          oneOf(
            leading,
            group.map((row) => row[first] ?? null),
          ),
          ...rest,
        ],
        sql` and `,
      )})`;
    });
    return parts.length === 0 ? sql<boolean>`1 = 0` : sql<boolean>`(${sql.join(parts, sql` or `)})`;
  }

  private members(accountId: number, by: "debt_id" | "debtor_id", day: CalendarDate) {
    return this.tables
      .selectFrom(SEGMENT_MEMBER)
      .select(["segment_id", `${by} as member`])
      .distinct()
      .where("account_id", "=", accountId)
      .where("from_date", "<=", day)
      .where((of) => of.or([of("to_date", "is", null), of("to_date", ">", day)]));
  }

  private get tables() {
    return this.db.typed<KpisTables & PortfolioTables & SegmentationTables>();
  }
}

/** The columns that tell a dimension of a source's rows; undefined where nothing does. */
export function columnsOf(source: CutSource, dimension: Dimension): CutSource["columns"][Dimension] {
  return source.columns[dimension] ?? (source.segmentsBy === null ? undefined : DEBTOR_COLUMNS[dimension]);
}

function dayOf(question: Question): CalendarDate {
  return localDate(question.period.zone, edgesOf(question).end);
}

function equals(column: RawBuilder<unknown>, value: string | number | null): RawBuilder<unknown> {
  return value === null ? sql`${column} is null` : sql`${column} = ${value}`;
}

function oneOf(column: RawBuilder<unknown>, values: readonly (string | number | null)[]): RawBuilder<unknown> {
  const known = values.filter((value) => value !== null);
  const parts = [
    ...(known.length > 0 ? [sql`${column} in (${sql.join(known)})`] : []),
    ...(known.length < values.length ? [sql`${column} is null`] : []),
  ];
  return sql`(${sql.join(parts, sql` or `)})`;
}
