import type { Currency } from "../../../../../shared/money.js";
import type { StageId } from "../../../../../shared/stage.js";
import type { Ending } from "../../../metrics/domain/cases/roll-moves.js";
import type { MoveSum } from "./moves-added.js";

/** Accounts that moved alike, as a statement says it. */
export interface MoveRow {
  readonly currency: Currency;
  /** Null or empty: it was not there. */
  readonly stage_from: StageId | "" | null;
  readonly stage_to: StageId | "" | null;
  readonly ending: Ending;
  readonly accounts: number | string;
  readonly before_minor: number | string;
  readonly now_minor: number | string;
  readonly kept_minor: number | string;
  readonly paid_minor: number | string;
  readonly written_off_minor: number | string;
}

export function moveSumOf(row: MoveRow): MoveSum {
  return {
    currency: row.currency,
    from: row.stage_from || null,
    to: row.stage_to || null,
    ending: row.ending,
    accounts: BigInt(row.accounts),
    before: BigInt(row.before_minor),
    now: BigInt(row.now_minor),
    kept: BigInt(row.kept_minor),
    paid: BigInt(row.paid_minor),
    writtenOff: BigInt(row.written_off_minor),
  };
}
