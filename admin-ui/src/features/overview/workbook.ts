import type { Cell, Row, SheetData } from "write-excel-file/browser";
import type { CardHead, CardTable } from "./cardTable";

const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A card as the cells of a workbook: title, filters, zone and as-of first, then the table. What names a row is text as the reader knows it, the
 * rest real numbers and days, so that a spreadsheet goes on with it; text stays text, whatever it begins with.
 */
export function cardSheet({ title, account, lines }: CardHead, { columns, rows }: CardTable): SheetData {
  const about = [[bold(`${account}: ${title}`)], ...lines.map((line): Row => [text(line)]), []];
  return [
    ...about,
    columns.map(bold),
    ...rows.map(({ cells, raw }) => raw.map((value, index) => (index === 0 ? text(cells[0] ?? "") : cellOf(value)))),
  ];
}

/** The same as a file. What writes workbooks is loaded with the first of them. */
export async function cardWorkbook(head: CardHead, table: CardTable): Promise<Blob> {
  const { default: write } = await import("write-excel-file/browser");
  const widths = table.columns.map((_, index) => ({ width: index === 0 ? 32 : 18 }));
  return write(cardSheet(head, table), { columns: widths }).toBlob();
}

function cellOf(value: string | number): Cell {
  if (typeof value === "number") return { value, type: Number };
  if (NUMBER.test(value)) return { value: Number(value), type: Number };
  // Midnight in UTC, as a workbook keeps a day without a zone.
  if (DAY.test(value)) return { value: new Date(`${value}T00:00:00Z`), type: Date, format: "yyyy-mm-dd" };
  return text(value);
}

function text(value: string): Cell {
  return value === "" ? null : { value, type: String };
}

function bold(value: string): Cell {
  return { value, type: String, fontWeight: "bold" };
}
