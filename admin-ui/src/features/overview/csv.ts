import type { CardHead, CardTable } from "./cardTable";

const quoted = (cell: string | number) => {
  const text = String(cell);
  return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Title, filters, zone and as-of first, then the table in plain numbers. With a mark by which spreadsheets know UTF-8. */
export function cardCsv({ title, account, lines }: CardHead, { columns, rows }: CardTable): string {
  const text = [[`${account}: ${title}`], ...lines.map((line) => [line]), [], [...columns], ...rows.map(({ raw }) => [...raw])];
  return `\uFEFF${text.map((row) => row.map(quoted).join(",")).join("\r\n")}\r\n`;
}
