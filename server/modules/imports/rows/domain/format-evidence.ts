import { AmountEvidence, type DecimalMark } from "./amount-format.js";
import { cleanCell } from "./cell-text.js";
import type { ColumnMap } from "./columns.js";
import { type ColumnOrder, DateEvidence, type DateOrder } from "./date-format.js";
import type { ImportField } from "../../../../shared/import-fields.js";
import { type Rounding, RoundingEvidence } from "./rounding-evidence.js";

const DATES: ReadonlySet<ImportField> = new Set<ImportField>(["due_date", "consent_date", "credit_date", "value_date"]);
const AMOUNTS: ReadonlySet<ImportField> = new Set<ImportField>(["principal", "balance", "instalment", "amount"]);
/** What names a person, a debt or a payment: two that look alike are one. */
export const IDENTIFYING: ReadonlySet<ImportField> = new Set<ImportField>(["external_id", "reference", "payment_id", "document", "phone"]);

/** How a file writes its cells, column by column. */
export interface Formats {
  readonly dates: ReadonlyMap<ImportField, ColumnOrder>;
  readonly amounts: ReadonlyMap<ImportField, DecimalMark | "mixed" | null>;
  readonly roundings: ReadonlyMap<ImportField, Rounding>;
  /** Null for a workbook, which has none. */
  readonly separator: string | null;
}

/** What the sender says of a file, for cells that do not tell themselves. */
export interface GivenFormats {
  readonly dates?: DateOrder | null | undefined;
  readonly decimal?: DecimalMark | null | undefined;
  readonly separator?: string | null | undefined;
}

/** Learns the formats from every row before the first one is read. */
export class FormatEvidence {
  private readonly dates: [ImportField, number, DateEvidence][] = [];
  private readonly amounts: [ImportField, number, AmountEvidence][] = [];
  private readonly roundings: [ImportField, number, RoundingEvidence][] = [];

  constructor(
    map: ColumnMap,
    private readonly given: GivenFormats = {},
  ) {
    for (const [index, field] of map.fields.entries()) {
      if (field && DATES.has(field)) this.dates.push([field, index, new DateEvidence()]);
      if (field && AMOUNTS.has(field)) this.amounts.push([field, index, new AmountEvidence()]);
      if (field && IDENTIFYING.has(field)) this.roundings.push([field, index, new RoundingEvidence()]);
    }
  }

  see(cells: readonly string[]): void {
    for (const [, index, evidence] of this.dates) evidence.see(cleanCell(cells[index] ?? ""));
    for (const [, index, evidence] of this.amounts) evidence.see(cleanCell(cells[index] ?? ""));
    for (const [, index, evidence] of this.roundings) evidence.see(cleanCell(cells[index] ?? ""));
  }

  get formats(): Formats {
    const otherwise = this.otherwise;
    return {
      dates: new Map(this.dates.map(([field, , { order }]) => [field, order === "open" ? otherwise : order])),
      amounts: new Map(this.amounts.map(([field, , evidence]) => [field, evidence.mark ?? this.given.decimal ?? null])),
      roundings: new Map(this.roundings.map(([field, , { rounding }]) => [field, rounding])),
      separator: this.given.separator ?? null,
    };
  }

  /** Columns with dates that could be two, of which nothing tells which. */
  get undecided(): ImportField[] {
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
    const evident = new Set([...this.formats.amounts.values()].filter((mark) => mark !== null));
    const [only] = evident;
    return evident.size === 1 && only !== "mixed" ? (only ?? null) : null;
  }

  /** One program wrote all columns, so a column that tells speaks for those that do not. */
  private get otherwise(): ColumnOrder {
    const evident = new Set(this.dates.map(([, , { order }]) => order).filter((order) => order !== "open"));
    if (evident.size === 0) return this.given.dates ?? "open";
    return evident.size === 1 && !evident.has("mixed") ? [...evident][0]! : (this.given.dates ?? "open");
  }
}
