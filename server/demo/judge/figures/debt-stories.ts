import type { Recording } from "../../days/recording.js";
import { type BookMove, Books, type OwedDebt } from "../books.js";
import { dayOf } from "./calendar.js";

interface DebtState {
  readonly at: number;
  readonly balanceMinor: number;
  readonly dueDate: string;
  /** When and how it came to be paid; null while something is owed. */
  readonly closed: { readonly at: number; readonly byMoney: boolean } | null;
}

/** All that became of one debt. */
export interface DebtStory {
  readonly reference: string;
  readonly debtor: string;
  readonly currency: string;
  readonly placedAt: number;
  readonly placedMinor: number;
  readonly states: readonly DebtState[];
}

export interface Debts {
  readonly stories: readonly DebtStory[];
  readonly moves: readonly BookMove[];
  readonly currencies: readonly string[];
}

/** What became of every debt, from the files and payments alone. */
export function debtsOf(recording: Pick<Recording, "files" | "payments" | "identified">): Debts {
  const moves: BookMove[] = [];
  const stories = new Map<string, DebtStory & { states: DebtState[] }>();
  const books = new Books(recording, (move) => {
    moves.push(move);
    if (move.debt) follow(stories, move, move.debt);
  });
  books.turnTo(Number.POSITIVE_INFINITY);
  return { stories: [...stories.values()], moves, currencies: [...new Set([...stories.values()].map(({ currency }) => currency))].sort() };
}

function follow(stories: Map<string, DebtStory & { states: DebtState[] }>, { at, kind }: BookMove, debt: OwedDebt): void {
  const { reference, debtor, currency, balanceMinor, dueDate } = debt;
  const known = stories.get(reference);
  const before = known?.states.at(-1) ?? null;
  const closed = balanceMinor > 0 ? null : (before?.closed ?? { at, byMoney: kind !== "stated" });
  const state = { at, balanceMinor, dueDate, closed };
  if (known) known.states.push(state);
  else stories.set(reference, { reference, debtor, currency, placedAt: at, placedMinor: balanceMinor, states: [state] });
}

/** A debt at an instant; null before it was handed over. */
export function stateAt({ states }: DebtStory, at: number): DebtState | null {
  return states.findLast((state) => state.at <= at) ?? null;
}

/** What is owed at an instant. */
export function openAt(stories: readonly DebtStory[], at: number): readonly (DebtStory & DebtState)[] {
  return stories.flatMap((story) => {
    const state = stateAt(story, at);
    return state && state.balanceMinor > 0 ? [{ ...story, ...state }] : [];
  });
}

/** The day money counts for, on the creditor's wall. */
export function valueDayOf({ since }: BookMove): string {
  return dayOf(since);
}
