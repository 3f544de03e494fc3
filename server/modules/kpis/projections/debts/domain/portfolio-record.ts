import type { CalendarDate } from "../../../../../shared/calendar.js";
import type { Currency } from "../../../../../shared/money.js";
import { type Payload, textIn, textOrNull, wholeIn, wholeOrNull } from "../../domain/payload.js";

/**
 * On a debt, as its ledger has it: `charge`, `adjustment`, `payment`, `reversal`, `credit` (money that was in hand and lies on it now, or was
 * taken off again), `note` (the same of a credit note), `write_off` and `forgiven` (given up, let go, or taken back), `after_write_off` (money that
 * came for what had been written off, which its `write_off` gives back first). `hand`: on no debt.
 */
export type FlowKind =
  | "charge"
  | "adjustment"
  | "payment"
  | "reversal"
  | "credit"
  | "note"
  | "write_off"
  | "forgiven"
  | "after_write_off"
  | "hand";

/** What is agreed about a debt. */
export interface DebtTerms {
  readonly principalMinor: number;
  readonly dueDate: CalendarDate;
  readonly product: string | null;
  readonly instalmentMinor: number | null;
  readonly creditDate: CalendarDate | null;
}

export interface Flow {
  readonly kind: FlowKind;
  /** Signed minor units; see `MoneyFlowRow`. */
  readonly minor: number;
}

/** What a record says of one debt. */
export interface DebtMove {
  /** Public id. */
  readonly debt: string;
  readonly placed: boolean;
  readonly undone: boolean;
  /** Null: as before. */
  readonly terms: DebtTerms | null;
  readonly currency: Currency | null;
  readonly flows: readonly Flow[];
}

export interface PortfolioMoves {
  readonly debts: readonly DebtMove[];
  /** What money that lies on no debt rose or fell by. */
  readonly inHandMinor: number;
  readonly currency: Currency | null;
  /** Public id of the payment or credit note that moved it. */
  readonly payment: string | null;
  /** The day it counts for, where the record says another than its own. */
  readonly valueDate: CalendarDate | null;
}

/** A record as the journal gives it: what matters here. */
export interface PortfolioRecord {
  readonly seq: number;
  readonly type: string;
  readonly payload: Payload;
}

type Reading = (payload: Payload, isNote: (credit: string) => boolean) => PortfolioMoves;

const READINGS: Readonly<Record<string, Reading>> = {
  "debt.imported": (payload) => {
    const [balance, principal] = [wholeIn(payload, "amountMinor"), wholeIn(payload, "principalMinor")];
    const flows = [{ kind: "charge" as const, minor: principal }, ...adjustment(balance - principal)];
    return onOne({ ...still(payload), placed: true, terms: termsOf(payload), currency: textIn(payload, "currency"), flows }, payload);
  },
  "debt.changed": (payload) =>
    onOne({ ...still(payload), terms: termsOf(payload), flows: adjustment(wholeIn(payload, "adjustmentMinor")) }, payload),
  "debt.undone": (payload) => onOne({ ...still(payload), undone: true, flows: adjustment(wholeIn(payload, "adjustmentMinor")) }, payload),
  "debt.written_off": (payload) => ended(payload, "write_off"),
  "debt.settled": (payload) => ended(payload, "forgiven"),
  "debt.restored": (payload) => {
    const given = (kind: FlowKind, minor: number): Flow[] => (minor === 0 ? [] : [{ kind, minor }]);
    const flows = [...given("write_off", wholeIn(payload, "writtenOffMinor")), ...given("forgiven", wholeIn(payload, "forgivenMinor"))];
    return onOne({ ...still(payload), flows }, payload);
  },
  "payment.received": (payload) => ({
    ...settled(payload, "payment", -1, textIn(payload, "payment")),
    inHandMinor: wholeIn(payload, "unallocatedMinor"),
    valueDate: textIn(payload, "valueDate"),
  }),
  // It was in hand as a whole before somebody said what it is for.
  "payment.identified": (payload) => ({
    ...settled(payload, "payment", -1, textIn(payload, "payment")),
    inHandMinor: wholeIn(payload, "unallocatedMinor") - wholeIn(payload, "amountMinor"),
    valueDate: textIn(payload, "valueDate"),
  }),
  "payment.reversed": (payload) => takenBack(payload, "reversal", textIn(payload, "payment")),
  // A credit note is no money: only what it settled is told.
  "credit.reversed": (payload) => settled(payload, "note", 1, textIn(payload, "credit")),
  "credit.placed": (payload, isNote) => fromHand(payload, -1, isNote),
  "credit.freed": (payload, isNote) => fromHand(payload, 1, isNote),
};

/** The record types that `movesOf` knows. */
export const PORTFOLIO_RECORDS: readonly string[] = Object.keys(READINGS);

/**
 * What a record of the portfolio says that debts and money in hand became.
 * @param isNote whether this public id is a credit note's, that is no money
 * @throws Error naming the record where it does not say what its type must
 */
export function movesOf({ seq, type, payload }: PortfolioRecord, isNote: (credit: string) => boolean): PortfolioMoves {
  const reading = READINGS[type];
  if (!reading) throw new Error(`Record ${seq} (${type}) says nothing about debts or money`);
  try {
    return reading(payload, isNote);
  } catch (error) {
    throw new Error(`Record ${seq} (${type}) cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

function still(payload: Payload): DebtMove {
  return { debt: textIn(payload, "debt"), placed: false, undone: false, terms: null, currency: null, flows: [] };
}

function onOne(move: DebtMove, payload: Payload): PortfolioMoves {
  return { debts: [move], inHandMinor: 0, currency: textIn(payload, "currency"), payment: null, valueDate: null };
}

function settled(payload: Payload, kind: FlowKind, sign: 1 | -1, payment: string): PortfolioMoves {
  const debts = allocations(payload).map((one) => ({ ...still(one), flows: flowsOf(one, kind, sign) }));
  return { debts, inHandMinor: 0, currency: textIn(payload, "currency"), payment, valueDate: null };
}

/** Money for what had been written off gives that back first, and is told apart from other money. */
function flowsOf(allocation: Payload, kind: FlowKind, sign: 1 | -1): Flow[] {
  const late = wholeOrNull(allocation, "afterWriteOff") ?? 0;
  const minor = wholeIn(allocation, "minor");
  const rest: Flow[] = minor > late ? [{ kind, minor: sign * (minor - late) }] : [];
  return late === 0 ? rest : [...rest, { kind: "write_off", minor: -sign * late }, { kind: "after_write_off", minor: sign * late }];
}

function ended(payload: Payload, kind: FlowKind): PortfolioMoves {
  return onOne({ ...still(payload), flows: [{ kind, minor: -wholeIn(payload, "amountMinor") }] }, payload);
}

/** What it had settled is owed again, and what was left of it is in hand no more. */
function takenBack(payload: Payload, kind: FlowKind, payment: string): PortfolioMoves {
  const placed = allocations(payload).reduce((sum, one) => sum + wholeIn(one, "minor"), 0);
  return { ...settled(payload, kind, 1, payment), inHandMinor: placed - wholeIn(payload, "amountMinor") };
}

function fromHand(payload: Payload, sign: 1 | -1, isNote: (credit: string) => boolean): PortfolioMoves {
  const credit = textIn(payload, "credit");
  if (isNote(credit)) return settled(payload, "note", sign, credit);
  return { ...settled(payload, "credit", sign, credit), inHandMinor: sign * wholeIn(payload, "amountMinor") };
}

function adjustment(minor: number): Flow[] {
  return minor === 0 ? [] : [{ kind: "adjustment", minor }];
}

function termsOf(payload: Payload): DebtTerms {
  return {
    principalMinor: wholeIn(payload, "principalMinor"),
    dueDate: textIn(payload, "dueDate"),
    product: textOrNull(payload, "product"),
    instalmentMinor: wholeOrNull(payload, "instalmentMinor"),
    creditDate: textOrNull(payload, "creditDate"),
  };
}

function allocations(payload: Payload): Payload[] {
  const list = payload["allocations"];
  if (!Array.isArray(list)) throw new Error("allocations is missing");
  return list as Payload[];
}
