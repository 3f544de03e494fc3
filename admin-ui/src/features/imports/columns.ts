import type { ImportKind } from "@/api/types";

export interface Column {
  name: string;
  required: boolean;
  /** A cell of the sample file. */
  sample: string;
}

const column = (name: string, sample: string, required = false): Column => ({ name, required, sample });

/** The columns as Saldo names them; headers in other words and languages are recognised by the server. */
export const COLUMNS: Record<ImportKind, readonly Column[]> = {
  debts: [
    column("external_id", "C-20417", true),
    column("name", "Marisol Quintero Ávila", true),
    column("phone", "+573001234417"),
    column("country", "CO"),
    column("subdivision", ""),
    column("language", "es"),
    column("consent", "whatsapp"),
    column("consent_source", "Contrato"),
    column("consent_date", "2025-03-12"),
    column("reference", "CH-118204-7", true),
    column("product", "Crédito hogar"),
    column("balance", "386400.00", true),
    column("currency", "COP", true),
    column("due_date", "2026-10-14", true),
    column("employment", "employed"),
    column("instalment", "96600.00"),
    column("credit_date", "2026-02-14"),
    column("document_type", ""),
  ],
  payments: [
    column("payment_id", "PSE-88120", true),
    column("reference", "CH-118204-7", true),
    column("amount", "200000.00", true),
    column("currency", "COP", true),
    column("value_date", "2026-11-20", true),
  ],
};

/** A CSV of one row that imports as it is, with a byte order mark so that spreadsheets read it as UTF-8. */
export function sampleFile(kind: ImportKind): string {
  const columns = COLUMNS[kind];
  return `\u{feff}${columns.map(({ name }) => name).join(",")}\r\n${columns.map(({ sample }) => sample).join(",")}\r\n`;
}
