import { STAGES } from "../../../shared/stage.js";
import type { SegmentRule } from "./rule.js";

export interface SegmentDefinition {
  /** Unique in the account, never changed: cadences name segments by it. */
  readonly key: string;
  readonly rule: SegmentRule;
}

/** Every account has a segment a stage. Their names are the stages' own, said in the reader's language. */
export const DEFAULT_SEGMENTS: readonly SegmentDefinition[] = STAGES.map((stage) => ({
  key: stage,
  rule: { attribute: "stage", in: [stage] },
}));

export function isDefaultSegment(key: string): boolean {
  return (STAGES as readonly string[]).includes(key);
}
