import type { Cadence, CadenceStep } from "./cadence.js";
import type { StageId } from "../../../shared/stage.js";

const GRACE_DAYS = 3;

/**
 * The cadence every account starts with: one reminder before the due date, one on it, then ever rarer. Far below what any pack
 * allows, because restraint is cheaper than a complaint. Days are from the due date.
 */
const DAYS: Readonly<Record<StageId, readonly number[]>> = {
  pre_due: [-2],
  due: [0],
  d1_30: [5, 12, 20],
  d31_90: [35, 50, 70],
  d91_plus: [95, 125, 155],
};

export const DEFAULT_CADENCE: Cadence = {
  key: "default",
  version: 1,
  steps: (Object.keys(DAYS) as StageId[]).flatMap((stage) => DAYS[stage].map((days) => step(stage, days))),
};

function step(stage: StageId, offsetDays: number): CadenceStep {
  return {
    id: `${stage}.${offsetDays < 0 ? "minus" : "day"}_${Math.abs(offsetDays)}`,
    stage,
    offsetDays,
    graceDays: GRACE_DAYS,
    template: `saldo_${stage}_reminder`,
  };
}
