import { invalid } from "../../../shared/errors.js";
import type { Currency } from "../../../shared/money.js";
import { RowReader } from "../rows/domain/row-reader.js";
import type { CsvSource } from "./csv-source.adapter.js";
import { readTable } from "./table.adapter.js";

/** One row of what somebody else's books say is owed; null where the row cannot be read. */
export interface ListedBalance {
  readonly line: number;
  readonly reference: string;
  readonly owed: { readonly currency: Currency; readonly minor: number } | null;
}

const NEEDED = ["reference", "balance", "currency"] as const;

/**
 * The debts a file lists, read as an import reads them; nothing is taken in.
 * @throws DomainError `import.columns_missing` where it lacks reference, balance or currency, and what `readTable` throws
 */
export async function* listedBalances(source: CsvSource): AsyncGenerator<ListedBalance> {
  try {
    const table = await readTable(source, "debts");
    const missing = NEEDED.filter((field) => !table.map.fields.includes(field));
    if (missing.length > 0) {
      const remedy = "Send a file whose header names reference, balance and currency.";
      throw invalid("import.columns_missing", `The file has no column for ${missing.join(", ")}.`, { field: "file", remedy });
    }
    for await (const row of table.rows()) {
      const reader = new RowReader(table.map, table.formats, row);
      const reference = reader.required("reference", 100);
      const currency = reader.currency();
      const minor = reader.amount("balance", currency, true);
      const readable = reader.problems.length === 0 && minor !== null;
      yield { line: row.line, reference, owed: readable ? { currency, minor } : null };
    }
  } finally {
    await source.bytes?.close();
  }
}
