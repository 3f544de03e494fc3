import { STAGES } from "../../../../../shared/stage.js";
import { endsOf, totalsOf } from "../arithmetic/absorbing-chain.js";
import { type Fraction, fraction, plus } from "../arithmetic/fraction.js";
import type { RollMatrix } from "./roll-moves.js";

export interface RollForecast {
  /** Minor units, exact. */
  readonly collectable: Fraction;
  /** Written off, or closed without being paid. */
  readonly lost: Fraction;
}

/**
 * What becomes of what is owed now if every period moves as this one did. `stage_unseen`: something is owed in, or moves to, a stage in
 * which nothing was at the start of the period, so that nobody knows where it goes. `never_ends`: a stage is never left.
 *
 * @param balances what is owed now, by stage
 */
export function rollForecast(
  matrix: RollMatrix,
  balances: Readonly<Partial<Record<(typeof STAGES)[number], bigint>>>,
): RollForecast | "stage_unseen" | "never_ends" {
  const known = matrix.rows.filter(({ opening }) => opening > 0n);
  const stages = known.map(({ from }) => from);
  const unknown = STAGES.filter((stage) => !stages.includes(stage));
  if (known.length === 0 || unknown.some((stage) => (balances[stage] ?? 0n) > 0n)) return "stage_unseen";
  if (known.some(({ cells }) => unknown.some((stage) => cells[stage] > 0n))) return "stage_unseen";
  const ends = endsOf(
    known.map(({ cells, opening }) => stages.map((stage) => fraction(cells[stage], opening))),
    known.map(({ cells, opening }) => [
      fraction(cells.paid, opening),
      fraction(cells.written_off, opening),
      fraction(cells.closed, opening),
    ]),
  );
  if (ends === null) return "never_ends";
  const totals = totalsOf(
    stages.map((stage) => fraction(balances[stage] ?? 0n)),
    ends,
  );
  return { collectable: totals[0]!, lost: plus(totals[1]!, totals[2]!) };
}
