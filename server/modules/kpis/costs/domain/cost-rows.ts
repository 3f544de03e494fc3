import { type CalendarDate, isCalendarDate } from "../../../../shared/calendar.js";
import { DomainError, invalid } from "../../../../shared/errors.js";
import { isIsoCurrency } from "../../../../shared/money.js";
import { STAGES, type StageId } from "../../../../shared/stage.js";
import { AmountEvidence, cleanCell, type ColumnOrder, DateEvidence, readAmount, readCellDate } from "../../../imports/rules.js";
import { checkCost, type CostInput, type CostKind, lastOfMonth } from "./cost.js";

/** Columns of a file of costs, by what people head them with in our languages; case, accents and signs do not matter. */
const COLUMNS = {
  kind: ["kind", "type", "costtype", "tipo", "clase", "tipodecosto", "tipodecusto"],
  amount: ["amount", "cost", "value", "importe", "monto", "valor", "costo", "custo"],
  currency: ["currency", "moneda", "moeda"],
  month: ["month", "mes", "periodo", "period"],
  from: ["from", "start", "day", "date", "desde", "inicio", "dia", "fecha", "de", "data"],
  to: ["to", "end", "until", "hasta", "fin", "ate", "fim"],
  cadence: ["cadence", "cadencia"],
  stage: ["stage", "etapa"],
  note: ["note", "nota", "concepto", "description", "descripcion", "descricao", "observacao"],
  id: ["id", "externalid", "referencia", "reference"],
} as const;
type Column = keyof typeof COLUMNS;

const KINDS: Readonly<Record<CostKind, readonly string[]>> = {
  people: ["people", "staff", "salaries", "personas", "personal", "salarios", "nomina", "pessoas", "pessoal"],
  messages: ["messages", "mensajes", "mensagens", "whatsapp"],
  tools: ["tools", "software", "herramientas", "ferramentas"],
  fees: ["fees", "comisiones", "tarifas", "comissoes", "taxas", "tarifas"],
  other: ["other", "otros", "otro", "outros", "outro"],
};

export const COST_ROW_PROBLEMS = ["kind", "amount", "currency", "days", "future", "stage", "id_twice", "unreadable", "different"] as const;
export type CostRowProblem = (typeof COST_ROW_PROBLEMS)[number];

export interface CostRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault?: string | undefined;
}
export type ReadCostRow = { readonly line: number; readonly cost: CostInput } | { readonly line: number; readonly problem: CostRowProblem };

/** More rows than this are no costs of a desk. */
export const MOST_COST_ROWS = 2_000;

/**
 * What the rows of a file of costs say. A row that leaves anything open is refused with the reason; the others stand.
 * @throws DomainError `cost.columns_missing`, `cost.too_many_rows`
 */
export function readCostRows(header: readonly string[], rows: readonly CostRow[], today: CalendarDate): ReadCostRow[] {
  const places = placesOf(header);
  if (rows.length > MOST_COST_ROWS) {
    throw invalid("cost.too_many_rows", `A file of costs has at most ${MOST_COST_ROWS} rows.`, {
      field: "base64",
      params: { most: MOST_COST_ROWS },
    });
  }
  const cellOf = (row: CostRow, column: Column) => cleanCell(row.cells[places[column] ?? -1] ?? "");
  const amounts = new AmountEvidence();
  const dates = new DateEvidence();
  for (const row of rows) {
    amounts.see(cellOf(row, "amount"));
    for (const column of ["from", "to"] as const) dates.see(cellOf(row, column));
  }
  const ids = new Set<string>();
  return rows.map((row): ReadCostRow => {
    const read = (column: Column) => cellOf(row, column);
    const { line } = row;
    if (row.fault !== undefined) return { line, problem: "unreadable" };
    const kind = kindOf(read("kind"));
    if (kind === null) return { line, problem: "kind" };
    const currency = read("currency").toUpperCase();
    if (!isIsoCurrency(currency)) return { line, problem: "currency" };
    const minor = readAmount(read("amount"), currency, amounts.mark);
    if (minor === null || minor < 0) return { line, problem: "amount" };
    const days = daysOf(read, dates.order);
    if (days === null) return { line, problem: "days" };
    const stage = read("stage") === "" ? null : (STAGES.find((known) => known === read("stage")) ?? undefined);
    if (stage === undefined) return { line, problem: "stage" };
    const externalId = read("id").slice(0, 100) || null;
    if (externalId !== null && ids.has(externalId)) return { line, problem: "id_twice" };
    if (externalId !== null) ids.add(externalId);
    const cost = { kind, minor, currency, ...days, cadence: read("cadence").slice(0, 64) || null, stage: stage satisfies StageId | null };
    const problem = problemOf(cost, today);
    if (problem !== null) return { line, problem };
    return { line, cost: { ...cost, note: read("note").slice(0, 300) || null, externalId } };
  });
}

function placesOf(header: readonly string[]): Partial<Record<Column, number>> {
  const keys = header.map(loose);
  const places: Partial<Record<Column, number>> = {};
  for (const [column, names] of Object.entries(COLUMNS)) {
    const at = keys.findIndex((key) => (names as readonly string[]).includes(key));
    if (at >= 0) places[column as Column] = at;
  }
  const lacking = (["kind", "amount", "currency"] as const).filter((column) => places[column] === undefined);
  if (lacking.length > 0 || (places.month === undefined && places.from === undefined)) {
    throw invalid("cost.columns_missing", "The file lacks columns: it needs kind, amount, currency, and month or from.", {
      field: "base64",
      remedy: "Head the columns kind, amount, currency, and month, or from and to.",
    });
  }
  return places;
}

function kindOf(text: string): CostKind | null {
  const key = loose(text);
  return (Object.keys(KINDS) as CostKind[]).find((kind) => KINDS[kind].includes(key)) ?? null;
}

/** A month, else a first day and the last one, which is the first where it is left out. */
function daysOf(read: (column: Column) => string, order: ColumnOrder): { from: CalendarDate; to: CalendarDate } | null {
  const month = /^(\d{4})-(\d{2})$/.exec(read("month"));
  if (month) {
    const from = `${month[1]}-${month[2]}-01`;
    return isCalendarDate(from) ? { from, to: lastOfMonth(from) } : null;
  }
  const from = readCellDate(read("from"), order);
  const to = read("to") === "" ? from : readCellDate(read("to"), order);
  return from !== null && to !== null ? { from, to } : null;
}

function problemOf(cost: Pick<CostInput, "minor" | "from" | "to">, today: CalendarDate): CostRowProblem | null {
  try {
    checkCost(cost, today);
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.code === "cost.in_the_future" ? "future" : error.code === "money.too_large" ? "amount" : "days";
  }
}

/** Without case, accents, blanks and signs. */
function loose(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[^a-z]/gi, "")
    .toLowerCase();
}
