import { type StageId, STAGES } from "../../../../../shared/stage.js";
import { type Whole, whole } from "../arithmetic/fraction.js";

/** An account (a debtor in one currency) at both ends of a period; its stage is that of its oldest debt. Minor units. */
export interface AccountMove {
  /** `null`: it was not there. */
  readonly from: StageId | null;
  /** `null`: it is not there any more. */
  readonly to: StageId | null;
  readonly before: Whole;
  readonly now: Whole;
  readonly paid: Whole;
  readonly writtenOff: Whole;
}

/** Ways to leave; `closed`: forgiven, settled, cancelled, taken out. */
export const ENDINGS = ["paid", "written_off", "closed"] as const;
export type Ending = (typeof ENDINGS)[number];
export type RollColumn = StageId | Ending;

/** How a matrix is read over all its stages: what is in a younger one, the same, an older one, and what has left. */
export const ROLL_PARTS = ["better", "same", "worse", ...ENDINGS] as const;
export type RollPart = (typeof ROLL_PARTS)[number];

export interface RollRow {
  readonly from: StageId;
  readonly opening: bigint;
  /** Every column is there; together they are `opening`, to the unit. */
  readonly cells: Readonly<Record<RollColumn, bigint>>;
  /** By the order of the stages: what came to a younger one, what stayed, what came to an older one. */
  readonly better: bigint;
  readonly same: bigint;
  readonly worse: bigint;
}

export interface RollMatrix {
  readonly rows: readonly RollRow[];
  /** What was not there before, by the stage it is in now; and what is owed more on accounts that were. In no row. */
  readonly entered: Readonly<Record<StageId, bigint>>;
  readonly grown: bigint;
}

/** Accounts that moved alike, added up. Minor units of one currency. */
export interface MovedAccounts {
  readonly from: StageId | null;
  readonly to: StageId | null;
  /** How those went that are not there any more; of others it says nothing. */
  readonly ending: Ending;
  readonly accounts: Whole;
  readonly before: Whole;
  readonly now: Whole;
  /** Of what was owed before, by account: what is still owed, what was paid, what was written off. The rest was closed. */
  readonly kept: Whole;
  readonly paid: Whole;
  readonly writtenOff: Whole;
}

/** @param by in minor units, or in accounts, of which each stands in one column */
export function rollMatrix(moves: readonly AccountMove[], by: "amount" | "accounts"): RollMatrix {
  return rollMatrixOf(moves.map(movedAlone), by);
}

/** The same of accounts that were added up already, as a database does it: every account by the rule of `movedAlone`. */
export function rollMatrixOf(moves: readonly MovedAccounts[], by: "amount" | "accounts"): RollMatrix {
  const cells = new Map(STAGES.map((stage) => [stage, emptyCells()]));
  const entered = Object.fromEntries(STAGES.map((stage) => [stage, 0n])) as Record<StageId, bigint>;
  let grown = 0n;
  for (const move of moves) {
    if (move.from === null) {
      if (move.to !== null) entered[move.to] += whole(by === "amount" ? move.now : move.accounts);
      continue;
    }
    const row = cells.get(move.from)!;
    const parts = by === "amount" ? amountParts(move) : ([[move.to ?? move.ending, whole(move.accounts)]] as const);
    for (const [column, size] of parts) row[column] += size;
    if (by === "amount" && move.to !== null) grown += whole(move.now) - whole(move.kept);
  }
  return { rows: STAGES.map((from) => rowOf(from, cells.get(from)!)), entered, grown };
}

/** What was owed before, by where it is now: what is still owed in its stage, the rest by how it went. */
export function movedAlone({ from, to, before, now, paid, writtenOff }: AccountMove): MovedAccounts {
  const opening = whole(before);
  const kept = to === null ? 0n : smaller(opening, whole(now));
  const byPayment = smaller(whole(paid), opening - kept);
  const byWriteOff = smaller(whole(writtenOff), opening - kept - byPayment);
  const ending = whole(writtenOff) > 0n ? "written_off" : whole(paid) > 0n ? "paid" : "closed";
  return { from, to, ending, accounts: 1n, before: opening, now: whole(now), kept, paid: byPayment, writtenOff: byWriteOff };
}

function amountParts({ to, before, kept, paid, writtenOff }: MovedAccounts): readonly (readonly [RollColumn, bigint])[] {
  const [stayed, byPayment, byWriteOff] = [whole(kept), whole(paid), whole(writtenOff)];
  const ended = [
    ["paid", byPayment],
    ["written_off", byWriteOff],
    ["closed", whole(before) - stayed - byPayment - byWriteOff],
  ] as const;
  return to === null ? ended : [[to, stayed], ...ended];
}

function rowOf(from: StageId, cells: Record<RollColumn, bigint>): RollRow {
  const place = STAGES.indexOf(from);
  const total = (columns: readonly RollColumn[]) => columns.reduce((sum, column) => sum + cells[column], 0n);
  return {
    from,
    opening: total([...STAGES, ...ENDINGS]),
    cells,
    better: total(STAGES.slice(0, place)),
    same: cells[from],
    worse: total(STAGES.slice(place + 1)),
  };
}

function emptyCells(): Record<RollColumn, bigint> {
  return Object.fromEntries([...STAGES, ...ENDINGS].map((column) => [column, 0n])) as Record<RollColumn, bigint>;
}

const smaller = (a: bigint, b: bigint) => positive(a < b ? a : b);
const positive = (a: bigint) => (a > 0n ? a : 0n);
