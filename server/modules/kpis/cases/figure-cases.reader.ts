import { Injectable } from "@nestjs/common";
import { type AliasableExpression, sql } from "kysely";
import { Database } from "../../../platform/database/database.js";
import { daysBetween } from "../../../shared/calendar.js";
import { readCursor, writeCursor } from "../../../shared/cursor.js";
import { invalid } from "../../../shared/errors.js";
import { CutSources } from "../cuts/cut-sources.reader.js";
import type { CutFilter } from "../cuts/domain/cut-filter.js";
import type { KpisTables } from "../kpis.tables.js";
import type { Measure } from "../metrics/domain/measure.js";
import { measureOf, type Term } from "../metrics/domain/metric.js";
import type { CaseLine, CaseNature, CasesAsked } from "./case-lister.port.js";
import { CaseListers } from "./case-listers.reader.js";

export interface PartAsked extends Omit<CasesAsked, "measure"> {
  readonly part: "numerator" | "denominator";
  /** Only what is of these values. */
  readonly where: readonly CutFilter[];
}

/** A case of one term of a part; what it adds to it, with the term's sign. */
export interface FigureCase extends Omit<CaseLine, "size" | "sorted_by"> {
  readonly measure: Measure;
  readonly nature: CaseNature;
  readonly size: number;
}

/** What a part adds up to, over all of its cases. */
export interface CasesTotal {
  readonly count: number;
  readonly sum: bigint;
  readonly terms: readonly { readonly measure: Measure; readonly sign: 1 | -1; readonly count: number; readonly sum: bigint }[];
}

interface PartTerm {
  readonly measure: Measure;
  readonly sign: 1 | -1;
  readonly nature: CaseNature;
  readonly lines: AliasableExpression<CaseLine>;
}

/** The cases behind a figure, most first. */
@Injectable()
export class FigureCases {
  constructor(
    private readonly db: Database,
    private readonly cuts: CutSources,
    private readonly listers: CaseListers,
  ) {}

  /** @throws DomainError `figures.no_denominator`, `figures.no_cases`, `cursor.invalid` */
  async page(asked: PartAsked, cursor: string | undefined, limit: number): Promise<{ items: FigureCase[]; next: string | null }> {
    const terms = await this.termsOf(asked);
    const after = readCursor(cursor, ["string", "number", "string"]);
    const [first, ...others] = terms.map(({ lines }, term) => {
      const all = this.tables
        .selectFrom(lines.as("lines"))
        .select(["case_key", "debtor_id", "debt_id", "day", "until", "note", "size", "sorted_by", sql.lit(term).as("term")]);
      if (after === null) return all;
      // Numbers stand in cursors as text, so that none loses its last digit on the way.
      const [place, lastTerm, key] = [numeric(String(after[0])), Number(after[1]), String(after[2])];
      const beyond = term > lastTerm ? sql.lit(true) : term < lastTerm ? sql.lit(false) : sql<boolean>`case_key > ${keyLike(key)}`;
      return all.where((is) => is.or([is("sorted_by", "<", place), is.and([is("sorted_by", "=", place), beyond])]));
    });
    const cases = others.reduce((union, other) => union.unionAll(other), first!);
    const rows = await this.tables
      .selectFrom(cases.as("cases"))
      .selectAll()
      .orderBy("sorted_by", "desc")
      .orderBy("term")
      .orderBy("case_key")
      .limit(limit + 1)
      .execute();
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const next = rows.length > limit && last ? writeCursor(String(last.sorted_by), Number(last.term), keyText(last.case_key)) : null;
    return {
      next,
      items: shown.map(({ case_key, debtor_id, debt_id, day, until, note, size, term }) => {
        const { measure, sign, nature } = terms[Number(term)]!;
        return { case_key, debtor_id, debt_id, day, until, note, measure, nature, size: sign * sizeOf({ day, until }, size) };
      }),
    };
  }

  /** @throws DomainError as `page` */
  async total(asked: PartAsked): Promise<CasesTotal> {
    const terms: CasesTotal["terms"][number][] = [];
    for (const { measure, sign, lines } of await this.termsOf(asked)) {
      const rows = await this.tables
        .selectFrom(lines.as("lines"))
        .select(({ fn }) => ["day", "until", fn.countAll<number>().as("count"), fn.sum<number | string | null>("size").as("sum")])
        .groupBy(["day", "until"])
        .execute();
      const count = rows.reduce((all, row) => all + Number(row.count), 0);
      const sum = rows.reduce(
        (all, { sum: size, ...row }) => all + (size === null ? BigInt(sizeOf(row, null) * Number(row.count)) : BigInt(size)),
        0n,
      );
      terms.push({ measure, sign, count, sum: sign === 1 ? sum : -sum });
    }
    return { terms, count: terms.reduce((all, term) => all + term.count, 0), sum: terms.reduce((all, term) => all + term.sum, 0n) };
  }

  private async termsOf({ part, where, ...asked }: PartAsked): Promise<PartTerm[]> {
    const { metric, question, currency } = asked;
    const terms = part === "numerator" ? metric.numerator : metric.denominator;
    if (terms === null) throw noDenominator(metric.id);
    const parts: PartTerm[] = [];
    for (const term of terms) {
      const measure = measureOf(term);
      const lister = this.listers.of(measure);
      // A forecast is of what has not happened; a part spread over months is of no case's size.
      if (!lister || metric.method === "forecast" || term.endsWith("/months")) throw noCases(metric.id);
      const lines = where.length === 0 ? lister.lines({ ...asked, measure }) : await this.cuts.cases(question, measure, currency, where);
      if (lines === null) throw noCases(metric.id);
      parts.push({ measure, sign: signOf(term), nature: lister.natures[measure]!, lines });
    }
    return parts;
  }

  private get tables() {
    return this.db.typed<KpisTables>();
  }
}

function signOf(term: Term): 1 | -1 {
  return term.startsWith("-") ? -1 : 1;
}

function sizeOf({ day, until }: Pick<CaseLine, "day" | "until">, size: CaseLine["size"]): number {
  if (size !== null) return Number(size);
  return day === null || until === null ? 0 : daysBetween(day, until);
}

/** Row ids are compared as numbers, everything else as text; the key says which it is. */
const keyText = (key: number | string) => (typeof key === "number" ? `#${key}` : key);
const keyLike = (key: string): number | string => (key.startsWith("#") ? numeric(key.slice(1)) : key);
const numeric = (text: string) => Number(text);

function noDenominator(id: string) {
  const remedy = "Ask for the numerator.";
  return invalid("figures.no_denominator", "There is nothing below the line of this figure.", { field: "part", remedy, params: { id } });
}

function noCases(id: string) {
  const remedy = "GET /api/metrics says what it is made of.";
  return invalid("figures.no_cases", "The cases behind this figure cannot be listed.", { field: "id", remedy, params: { id } });
}
