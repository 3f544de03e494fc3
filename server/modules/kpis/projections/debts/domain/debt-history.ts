import { addDays, type CalendarDate } from "../../../../../shared/calendar.js";
import type { Instant } from "../../../../../shared/instant.js";
import type { Currency } from "../../../../../shared/money.js";
import { wholeDay } from "../../../../../shared/zone.js";
import type { RecordPlace } from "../../domain/spans.js";
import type { DebtMove, DebtTerms } from "./portfolio-record.js";

export type DebtStatus = "open" | "paid" | "cancelled";
/**
 * `paid` with money, `credited` by a credit note, `adjusted` by what a file said is owed, `settled` by what the creditor let go, `written_off` as
 * given up, `undone` with the import that had brought it
 */
export type HowClosed = "paid" | "credited" | "adjusted" | "settled" | "written_off" | "undone";

/** Closed by money, a credit note or a settlement, and neither because a file said so nor as given up. */
export const SETTLED_HOW = ["paid", "credited", "settled"] as const satisfies readonly HowClosed[];

export interface DebtState extends DebtTerms {
  readonly debtorId: number;
  readonly currency: Currency;
  readonly balanceMinor: number;
  readonly status: DebtStatus;
  readonly placedAt: Instant;
  readonly placedMinor: number;
  /** On the account's wall, as `closedOn`. */
  readonly placedOn: CalendarDate;
  readonly closedAt: Instant | null;
  readonly closedHow: HowClosed | null;
  readonly closedOn: CalendarDate | null;
}

/**
 * The debt after a move.
 * @param before null where it was not known
 * @throws Error for a move of a debt that the journal has not placed: what came before it was lost
 */
export function moved(before: DebtState | null, move: DebtMove, debtorId: number, place: RecordPlace): DebtState {
  if (move.placed) return placedState(move, debtorId, place);
  if (!before) throw new Error(`Record ${place.seq} changes a debt that no record has placed`);
  const balanceMinor = before.balanceMinor + move.flows.reduce((sum, { minor }) => sum + minor, 0);
  const state = { ...before, ...move.terms, balanceMinor };
  if (move.undone) return { ...state, status: "cancelled", ...closing(before, "undone", place) };
  if (before.status === "cancelled") return state;
  if (balanceMinor > 0) return { ...state, status: "open", closedAt: null, closedHow: null, closedOn: null };
  return { ...state, status: "paid", ...closing(before, howClosed(move), place) };
}

function placedState(move: DebtMove, debtorId: number, place: RecordPlace): DebtState {
  const { terms, currency } = move;
  if (!terms || !currency) throw new Error(`Record ${place.seq} places a debt without saying what it is`);
  const balanceMinor = move.flows.reduce((sum, { minor }) => sum + minor, 0);
  const open = balanceMinor > 0;
  return {
    ...terms,
    debtorId,
    currency,
    balanceMinor,
    status: open ? "open" : "paid",
    placedAt: place.at,
    placedMinor: balanceMinor,
    placedOn: place.day,
    closedAt: open ? null : place.at,
    closedHow: open ? null : "adjusted",
    closedOn: open ? null : place.day,
  };
}

/** Closed already stays closed as it was. */
function closing(before: DebtState, how: HowClosed, { at, day }: RecordPlace): Pick<DebtState, "closedAt" | "closedHow" | "closedOn"> {
  const { closedAt, closedHow, closedOn } = before;
  return closedAt === null || how === "undone" ? { closedAt: at, closedHow: how, closedOn: day } : { closedAt, closedHow, closedOn };
}

function howClosed({ flows }: DebtMove): HowClosed {
  const kinds = new Set(flows.map(({ kind }) => kind));
  if (kinds.has("write_off")) return "written_off";
  if (kinds.has("forgiven")) return "settled";
  if (kinds.has("payment") || kinds.has("credit")) return "paid";
  return kinds.has("note") ? "credited" : "adjusted";
}

/**
 * The first instant at which a debt of this due date is overdue: the midnight that ends it in the account's zone.
 * @returns null for the last day there is, which nothing follows
 */
export function overdueFrom(zone: string, dueDate: CalendarDate): Instant | null {
  return dueDate >= "9999-12-31" ? null : wholeDay(zone, addDays(dueDate, 1)).start;
}
