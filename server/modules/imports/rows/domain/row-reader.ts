import type { CalendarDate } from "../../../../shared/calendar.js";
import { type Currency, isCurrency, isIsoCurrency, LARGEST_MINOR, toDecimal } from "../../../../shared/money.js";
import { roundedNumber } from "../../../../shared/rounded-number.js";
import type { FileRow } from "../../file/domain/file-row.js";
import { currencyNamed, readAmount } from "./amount-format.js";
import { cleanCell, hasLineBreak, isNoValue, namesNothing, withoutLoneMark } from "./cell-text.js";
import type { ColumnMap } from "./columns.js";
import { currencyCalled } from "./currency-name.js";
import { couldBeTwo, isImplausible, readCellDate } from "./date-format.js";
import type { ImportField } from "../../../../shared/import-fields.js";
import { type Formats, IDENTIFYING } from "./format-evidence.js";
import { isRounded } from "./rounding-evidence.js";
import type { ProblemCode, RowProblem } from "./row-problem.js";
import { holdsOfAnotherRow } from "./swallowed-cell.js";

/** Texts for people, which are told from each other by their readers. */
const NAMING: ReadonlySet<ImportField> = new Set<ImportField>(["name", "product", "source"]);

/** Takes the fields of one row out of its cells and gathers what is wrong with them. */
export class RowReader {
  /** Why the row cannot be used. */
  readonly problems: RowProblem[] = [];
  /** Cells that were left out of a row that can be used. */
  readonly warnings: RowProblem[] = [];
  private readonly respelt: string[];

  constructor(
    private readonly map: ColumnMap,
    private readonly formats: Formats,
    private readonly row: FileRow,
  ) {
    const { cells, fault, disputed } = row;
    this.respelt = [...cells];
    const further = cells.slice(map.headers.length);
    const column = map.headers[0] ?? "";
    if (fault) this.problems.push({ column, value: cells.join(" | ").slice(0, 200), code: "row.quotes", params: this.lines });
    else if (cells.length < map.headers.length || further.some((cell) => cleanCell(cell) !== "")) {
      const params = { cells: cells.length, headers: map.headers.length };
      this.problems.push({ column, value: further.join(" | ").slice(0, 200), code: "row.width", params });
    }
    if (disputed) this.refuse("external_id", "id.two_names", { lines: disputed });
  }

  /** Whether cells may stand under other headers than their own: a separator too many or too few shifts all that follow. */
  get maybeShifted(): boolean {
    return this.row.fault !== undefined || this.respelt.length !== this.map.headers.length;
  }

  /**
   * The cells with the dates and amounts that could be read in a spelling that needs no evidence: a few rows sent again
   * alone must not be read by other habits than those of the file they come from.
   */
  get cells(): readonly string[] {
    return this.respelt;
  }

  /** What is wrong with what is read in `read` costs these cells and not the row, unless the row is not one at all. */
  leniently<T>(read: () => T, without: T): T {
    const before = this.problems.length;
    const value = read();
    if (this.problems.length === before) return value;
    for (const problem of this.problems.splice(before)) {
      (problem.code === "cell.several_rows" ? this.problems : this.warnings).push(problem);
    }
    return without;
  }

  /** What stands in a cell, whatever is wrong with it. */
  seen(field: ImportField): string {
    return this.raw(field);
  }

  text(field: ImportField, max: number): string | null {
    const value = this.raw(field);
    if (isNoValue(value)) this.refuse(field, "cell.formula_error");
    if (value.length > max) this.refuse(field, "cell.too_long", { max });
    if (value !== "" && IDENTIFYING.has(field)) this.refuseDoubtful(field, value);
    else if (NAMING.has(field) && this.swallowed(field)) this.refuse(field, "cell.several_rows", this.lines);
    if (value === "" || (field !== "phone" && IDENTIFYING.has(field) && namesNothing(value))) return null;
    return field === "name" ? withoutLoneMark(value) : value;
  }

  required(field: ImportField, max: number): string {
    const value = this.text(field, max);
    if (value === null) this.refuse(field, "cell.missing");
    return value ?? "";
  }

  /** A cell that must be one of several meanings; empty means the default. */
  meaning<T>(field: ImportField, code: ProblemCode, read: (text: string) => T | null, otherwise: T): T {
    const value = this.raw(field);
    if (value === "") return otherwise;
    const meaning = read(value);
    if (meaning === null) this.refuse(field, code);
    return meaning ?? otherwise;
  }

  /** @param today a day of another lifetime stands for no date */
  date(field: ImportField, today: CalendarDate): CalendarDate | null {
    const value = this.raw(field);
    if (value === "") return null;
    const order = this.formats.dates.get(field) ?? "open";
    const date = readCellDate(value, order);
    if (date === null) this.refuse(field, !couldBeTwo(value) ? "date.invalid" : order === "mixed" ? "date.mixed" : "date.undecided");
    else if (isImplausible(date, today)) this.refuse(field, "date.implausible");
    else this.respell(field, date);
    return date;
  }

  /** @param country the row's own, which tells whose pesos are meant; null where it names none */
  currency(country: string | null = null): Currency {
    const text = this.required("currency", 100);
    const called = currencyCalled(text, country);
    if (called !== null) this.respell("currency", called);
    const value = called ?? text.toUpperCase();
    if (value !== "" && !isCurrency(value)) this.refuse("currency", "currency.invalid");
    else if (value !== "" && !isIsoCurrency(value)) this.refuse("currency", "currency.unknown", { currency: value });
    return value;
  }

  /** Integer minor units. @param signed whether it may be negative */
  amount(field: ImportField, currency: Currency, signed = false): number | null {
    const value = this.raw(field);
    if (value === "" || !isCurrency(currency)) return null;
    const minor = readAmount(value, currency, this.formats.amounts.get(field) ?? null);
    const named = currencyNamed(value);
    if (hasLineBreak(this.cell(field))) this.refuse(field, "cell.several_rows", this.lines);
    else if (minor === null) this.refuse(field, "amount.invalid");
    else if (named !== null && named !== currency) this.refuse(field, "amount.other_currency", { currency, named });
    else if (minor < 0 && !signed) this.refuse(field, "amount.negative");
    else if (Math.abs(minor) > LARGEST_MINOR) this.refuse(field, "amount.too_large");
    else this.respell(field, toDecimal({ minor, currency }));
    return minor;
  }

  refuse(field: ImportField, code: ProblemCode, params?: RowProblem["params"]): void {
    // Of a row whose cells are not its own no cell says anything.
    if (this.row.fault) return;
    this.problems.push({ column: this.header(field), value: this.raw(field).slice(0, 200), code, ...(params ? { params } : {}) });
  }

  /** Of what names somebody or something: one that is another's by mistake has another asked. */
  private refuseDoubtful(field: ImportField, value: string): void {
    const rounding = this.formats.roundings.get(field) ?? { shown: null, cut: false };
    if (this.swallowed(field)) this.refuse(field, "cell.several_rows", this.lines);
    else if (value.includes('"')) this.refuse(field, "cell.quotes");
    else if (!isRounded(value, rounding)) return;
    else if (field !== "phone") this.refuse(field, "cell.rounded");
    // One in short form is told by what reads numbers of telephones.
    else if (!roundedNumber(value)) this.refuse(field, "phone.rounded");
  }

  private swallowed(field: ImportField): boolean {
    return holdsOfAnotherRow(this.cell(field), IDENTIFYING.has(field), this.formats.separator, this.map.headers.length);
  }

  /** For a person who looks for them in the file. */
  private get lines(): { readonly lines: string } {
    const { line, lastLine = line } = this.row;
    return { lines: lastLine > line ? `${line}–${lastLine}` : String(line) };
  }

  private cell(field: ImportField): string {
    return this.respelt[this.map.fields.indexOf(field)] ?? "";
  }

  private raw(field: ImportField): string {
    return cleanCell(this.cell(field));
  }

  private respell(field: ImportField, text: string): void {
    const index = this.map.fields.indexOf(field);
    if (index >= 0 && index < this.respelt.length) this.respelt[index] = text;
  }

  private header(field: ImportField): string {
    return this.map.headers[this.map.fields.indexOf(field)] ?? field;
  }
}
