import { stringify } from "csv-stringify/sync";
import type { Cell, Row } from "write-excel-file/node";
import type { ReportData } from "../../../contract/kpis/reports.contract.js";
import { minorDigits } from "../../../shared/money.js";
import type { Words } from "../../../platform/words/words.js";
import type { Locale } from "../../../shared/locale.js";
import { metricInFull } from "../metrics/metric-name.words.js";
import type { ReportNaming } from "./report-names.reader.js";
import type { ReportPages } from "./report-page.words.js";

/** What stands in a file beside the data it was made of. */
export interface ReportSource {
  readonly data: ReportData;
  readonly hash: string;
  readonly naming: ReportNaming;
}

type Texts = (key: string) => string;
/** A text, a number or a day: real ones, that a spreadsheet can go on with. */
type Plain = string | number | Date | null;

const WIDTH = 22;

/** The figures of a report as files, in a reader's language. */
export class ReportFiles {
  constructor(
    private readonly words: Words,
    private readonly pages: ReportPages,
  ) {}

  /** A workbook: a first sheet that says of what period, zone and instant it is, then a plain table for each part. */
  async workbook(source: ReportSource, lang: Locale): Promise<Buffer> {
    const { data } = source;
    const text = this.texts(lang);
    const sheets: { readonly name: string; readonly rows: readonly (readonly Plain[])[] }[] = [
      { name: text("title"), rows: this.head(source, lang) },
      { name: text("sheet_figures"), rows: this.figures(data, lang) },
      { name: text("sheet_days"), rows: this.days(data, lang) },
      { name: text("sheet_ages"), rows: this.ages(data, lang) },
      { name: text("sheet_denials"), rows: this.denials(data, lang) },
      ...this.pages.tables(data, lang, source.naming).map(({ title, columns, rows }) => ({
        name: sheetName(title),
        rows: [columns, ...rows.map((row) => row.map(({ raw }) => raw))],
      })),
    ];
    // Read with the first workbook, as what draws on paper is.
    const { default: writeWorkbook } = await import("write-excel-file/node");
    return writeWorkbook(
      sheets.map(({ name, rows }) => ({
        sheet: name,
        columns: (rows[0] ?? []).map(() => ({ width: WIDTH })),
        data: rows.map((row, index) => (index === 0 ? row.map(headCell) : cells(row))),
      })),
    ).toBuffer();
  }

  /** The figures alone, after the lines that say what they are of. */
  csv(source: ReportSource, lang: Locale): string {
    const rows = [...this.head(source, lang), [], ...this.figures(source.data, lang)];
    const lines = rows.map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)));
    return stringify(lines, { bom: true, escape_formulas: true, record_delimiter: "windows" });
  }

  private head({ data, hash }: ReportSource, lang: Locale): Plain[][] {
    const text = this.texts(lang);
    return [
      [text("title"), this.pages.title(data, lang)],
      [text("account"), data.account],
      [text("from"), day(data.from)],
      [text("to"), day(data.to)],
      [text("as_of"), data.asOf],
      [text("zone"), data.zone],
      [text("data"), hash],
    ];
  }

  private figures({ figures }: ReportData, lang: Locale): Plain[][] {
    const [text, column] = [this.texts(lang), this.columns(lang)];
    const rows = figures.flatMap(({ id, unit, values }) =>
      values.map(({ now, before, change }): Plain[] => [
        metricInFull(this.words, id, lang),
        id,
        unit,
        now.currency,
        number(now.text) ?? column("no_data"),
        before === null ? null : (number(before.text) ?? column("no_data")),
        change === null ? null : Number(change.text),
        now.n,
      ]),
    );
    const head = [
      column("figure"),
      text("id"),
      text("unit"),
      text("currency"),
      column("now"),
      column("before"),
      column("change"),
      text("n"),
    ];
    return [head, ...rows];
  }

  private days({ collected }: ReportData, lang: Locale): Plain[][] {
    const [text, column] = [this.texts(lang), this.columns(lang)];
    const rows = collected.flatMap(({ currency, days }) =>
      days.map(({ day: date, minor, before }): Plain[] => [
        day(date),
        currency,
        units(minor, currency),
        before === null ? null : units(before, currency),
      ]),
    );
    return [[column("period"), text("currency"), column("now"), column("before")], ...rows];
  }

  private ages({ ages }: ReportData, lang: Locale): Plain[][] {
    const [text, column] = [this.texts(lang), this.columns(lang)];
    const rows = ages.flatMap(({ currency, stages }) =>
      stages.map(({ stage, debts, balanceMinor }): Plain[] => [currency, column(`stage_${stage}`), debts, units(balanceMinor, currency)]),
    );
    return [[text("currency"), column("stage"), column("debts"), column("owed")], ...rows];
  }

  private denials({ denials }: ReportData, lang: Locale): Plain[][] {
    const column = this.columns(lang);
    const rows = denials.map(({ rule, source, moved, dropped }): Plain[] => [rule, source, moved, dropped]);
    return [[column("rule"), column("source"), column("moved"), column("dropped")], ...rows];
  }

  private texts(lang: Locale): Texts {
    return (key) => this.words.text("report_files", key, lang);
  }

  private columns(lang: Locale): Texts {
    return (key) => this.words.text("report", key, lang);
  }
}

/** A spreadsheet takes 31 characters and none of `[]:*?/\\`. */
const sheetName = (title: string) =>
  title
    .replaceAll(/[[\]:*?/\\]/g, " ")
    .slice(0, 31)
    .trim();

function cells(row: readonly Plain[]): Row {
  return row.map((value): Cell => {
    if (value === null) return null;
    if (value instanceof Date) return { value, type: Date, format: "yyyy-mm-dd" };
    // Text stays text, whatever it begins with.
    return typeof value === "number" ? { value, type: Number } : { value, type: String };
  });
}

function headCell(value: Plain): Cell {
  return { value: String(value ?? ""), type: String, fontWeight: "bold" };
}

/** Midnight in UTC, as a workbook keeps a day without a zone. */
const day = (date: string) => new Date(`${date}T00:00:00Z`);
const number = (text: string | null) => (text === null ? null : Number(text));
const units = (minor: number, currency: string) => minor / 10 ** minorDigits(currency);
