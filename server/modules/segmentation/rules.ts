export { DEFAULT_SEGMENTS, isDefaultSegment, type SegmentDefinition } from "./domain/default-segments.js";
export { meetsRule } from "./domain/evaluate.js";
export type { SegmentFacts } from "./domain/facts.js";
export {
  type Condition,
  isMoneyCondition,
  isStage,
  isWord,
  MONEY_ATTRIBUTES,
  type MoneyAttribute,
  type MoneyCondition,
  NUMBER_ATTRIBUTES,
  type NumberAttribute,
  type NumberCondition,
  type SegmentRule,
  type StageCondition,
  WORD_ATTRIBUTES,
  type WordAttribute,
  type WordCondition,
} from "./domain/rule.js";
