/** What a card shows, as a table: the same data in the same order as its picture, and what its files hold. */
export interface CardRow {
  /** As the reader writes them. */
  readonly cells: readonly string[];
  /** The same for machines: plain numbers, codes. */
  readonly raw: readonly (string | number)[];
  /** Length of its bar, 0 to 1, where it has one. */
  readonly bar?: number;
}

export interface CardTable {
  /** The first column names the row. */
  readonly columns: readonly string[];
  readonly rows: readonly CardRow[];
}

/** What a file says of itself before its data. */
export interface CardHead {
  readonly title: string;
  readonly account: string;
  /** Filters, zone and as-of, one sentence each. */
  readonly lines: readonly string[];
}
