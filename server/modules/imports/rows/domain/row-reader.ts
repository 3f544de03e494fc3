import type { CalendarDate } from "../../../../shared/calendar.js";
import { type Currency, isCurrency, LARGEST_MINOR, toDecimal } from "../../../../shared/money.js";
import { PLAIN } from "../../../../shared/words.js";
import { AmountEvidence, currencyNamed, type DecimalMark, readAmount } from "./amount-format.js";
import type { ColumnMap } from "./columns.js";
import { type ColumnOrder, couldBeTwo, DateEvidence, type DateOrder, readDate } from "./date-format.js";
import type { Field } from "./fields.js";
import type { ProblemCode, RowProblem } from "./row-problem.js";

const DATES: ReadonlySet<Field> = new Set<Field>(["due_date", "consent_date", "credit_date", "value_date"]);
const AMOUNTS: ReadonlySet<Field> = new Set<Field>(["principal", "balance", "instalment", "amount"]);

/** What a spreadsheet leaves where it could not work a formula out, in the languages of the region. */
const FORMULA_ERROR =
  /^#(?:N\/[AD]|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|¡REF!|¡VALOR!|¿NOMBRE\?|¡DIV\/0!|¡NULO!|¡NUM!|VALOR!|NOME\?|NULO!|NÚM!)$/i;

/** How a file writes dates and amounts, column by column. */
export interface Formats {
  readonly dates: ReadonlyMap<Field, ColumnOrder>;
  readonly amounts: ReadonlyMap<Field, DecimalMark | "mixed" | null>;
}

/** Learns the formats from every row before the first one is read. */
export class FormatEvidence {
  private readonly dates: [Field, number, DateEvidence][] = [];
  private readonly amounts: [Field, number, AmountEvidence][] = [];

  /**
   * @param given what the sender says of dates that do not tell themselves
   * @param decimal the same of amounts
   */
  constructor(
    map: ColumnMap,
    private readonly given: DateOrder | null = null,
    private readonly decimal: DecimalMark | null = null,
  ) {
    for (const [index, field] of map.fields.entries()) {
      if (field && DATES.has(field)) this.dates.push([field, index, new DateEvidence()]);
      if (field && AMOUNTS.has(field)) this.amounts.push([field, index, new AmountEvidence()]);
    }
  }

  see(cells: readonly string[]): void {
    for (const [, index, evidence] of [...this.dates, ...this.amounts]) evidence.see(clean(cells[index] ?? ""));
  }

  get formats(): Formats {
    const otherwise = this.otherwise;
    return {
      dates: new Map(this.dates.map(([field, , { order }]) => [field, order === "open" ? otherwise : order])),
      amounts: new Map(this.amounts.map(([field, , evidence]) => [field, evidence.mark ?? this.decimal])),
    };
  }

  /** Columns with dates that could be two, of which nothing tells which. */
  get undecided(): Field[] {
    if (this.otherwise !== "open") return [];
    return this.dates.flatMap(([field, , { order, doubtful }]) => (order === "open" && doubtful ? [field] : []));
  }

  /** How the file as a whole writes its dates; null where nothing tells, or not everything the same. */
  get dateOrder(): DateOrder | null {
    const { otherwise } = this;
    return otherwise === "day_first" || otherwise === "month_first" ? otherwise : null;
  }

  /** The same of amounts. */
  get decimalMark(): DecimalMark | null {
    const told = new Set([...this.formats.amounts.values()].filter((mark) => mark !== null));
    const [only] = told;
    return told.size === 1 && only !== "mixed" ? (only ?? null) : null;
  }

  /** One program wrote all columns, so a column that tells speaks for those that do not. */
  private get otherwise(): ColumnOrder {
    const told = new Set(this.dates.map(([, , { order }]) => order).filter((order) => order !== "open"));
    if (told.size === 0) return this.given ?? "open";
    return told.size === 1 && !told.has("mixed") ? [...told][0]! : (this.given ?? "open");
  }
}

/** Takes the fields of one row out of its cells and gathers what is wrong with them. */
export class RowReader {
  readonly problems: RowProblem[] = [];
  private readonly respelt: string[];

  constructor(
    private readonly map: ColumnMap,
    private readonly formats: Formats,
    cells: readonly string[],
  ) {
    this.respelt = [...cells];
    // Separators at the end of a row are how spreadsheets mark columns that once held something.
    const further = cells.slice(map.headers.length);
    if (cells.length < map.headers.length || further.some((cell) => clean(cell) !== "")) {
      this.problems.push({
        column: map.headers[0] ?? "",
        value: further.join(" | ").slice(0, 200),
        code: "row.width",
        params: { cells: cells.length, headers: map.headers.length },
      });
    }
  }

  /**
   * The cells with the dates and amounts that could be read in a spelling that needs no evidence: a few rows sent again
   * alone must not be read by other habits than those of the file they come from.
   */
  get cells(): readonly string[] {
    return this.respelt;
  }

  text(field: Field, max: number): string | null {
    const value = this.raw(field);
    if (FORMULA_ERROR.test(value)) this.refuse(field, "cell.formula_error");
    if (value.length > max) this.refuse(field, "cell.too_long", { max });
    return value === "" ? null : value;
  }

  required(field: Field, max: number): string {
    const value = this.text(field, max);
    if (value === null) this.refuse(field, "cell.missing");
    return value ?? "";
  }

  /** A cell that must be one of several meanings; empty means the default. */
  meaning<T>(field: Field, code: ProblemCode, read: (text: string) => T | null, otherwise: T): T {
    const value = this.raw(field);
    if (value === "") return otherwise;
    const meaning = read(value);
    if (meaning === null) this.refuse(field, code);
    return meaning ?? otherwise;
  }

  date(field: Field): CalendarDate | null {
    const value = this.raw(field);
    if (value === "") return null;
    const order = this.formats.dates.get(field) ?? "open";
    const date = readDate(value, order);
    if (date === null) this.refuse(field, !couldBeTwo(value) ? "date.invalid" : order === "mixed" ? "date.mixed" : "date.undecided");
    else this.respell(field, date);
    return date;
  }

  currency(): Currency {
    const value = this.required("currency", 100).toUpperCase();
    if (value !== "" && !isCurrency(value)) this.refuse("currency", "currency.invalid");
    return value;
  }

  /** Integer minor units, not negative. */
  amount(field: Field, currency: Currency): number | null {
    const value = this.raw(field);
    if (value === "" || !isCurrency(currency)) return null;
    const minor = readAmount(value, currency, this.formats.amounts.get(field) ?? null);
    const named = currencyNamed(value);
    if (minor === null) this.refuse(field, "amount.invalid");
    else if (named !== null && named !== currency) this.refuse(field, "amount.other_currency", { currency, named });
    else if (minor < 0) this.refuse(field, "amount.negative");
    else if (minor > LARGEST_MINOR) this.refuse(field, "amount.too_large");
    else this.respell(field, toDecimal({ minor, currency }));
    return minor;
  }

  refuse(field: Field, code: ProblemCode, params?: RowProblem["params"]): void {
    this.problems.push({ column: this.header(field), value: this.raw(field).slice(0, 200), code, ...(params ? { params } : {}) });
  }

  private raw(field: Field): string {
    return clean(this.respelt[this.map.fields.indexOf(field)] ?? "");
  }

  private respell(field: Field, text: string): void {
    const index = this.map.fields.indexOf(field);
    if (index >= 0 && index < this.respelt.length) this.respelt[index] = text;
  }

  private header(field: Field): string {
    return this.map.headers[this.map.fields.indexOf(field)] ?? field;
  }
}

/**
 * Without control characters, signs that nobody sees (zero width, soft hyphen, direction), outer blanks, and the apostrophe that keeps a
 * spreadsheet from taking text for a formula. Of two spellings of one letter with an accent there is one left.
 */
function clean(cell: string): string {
  // Most cells are plain ASCII; an import asks this a million times.
  const seen = PLAIN.test(cell)
    ? cell
    : cell
        .normalize("NFC")
        .replace(/\p{Cf}+/gu, "")
        .replace(/[\p{Cc}\p{Zs}]+/gu, " ");
  return seen.trim().replace(/^'(?=[=+\-@])/, "");
}
