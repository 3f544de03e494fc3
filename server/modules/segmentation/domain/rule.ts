import type { StageId } from "../../../shared/stage.js";

/** Attributes that hold a word. An empty one is in no list. */
export const WORD_ATTRIBUTES = ["currency", "product", "customer_type", "country", "employment"] as const;
export type WordAttribute = (typeof WORD_ATTRIBUTES)[number];

/**
 * Attributes that hold a whole number. Days are calendar days of the account; `credit_age_days` counts from the date of the credit,
 * `reply_age_days` from the debtor's last reply (unknown while there is none), `replies_30d` and `payments_90d` include today.
 */
export const NUMBER_ATTRIBUTES = [
  "days_past_due",
  "credit_age_days",
  "reply_age_days",
  "replies_30d",
  "payments_90d",
  "promises_kept",
  "promises_broken",
] as const;
export type NumberAttribute = (typeof NUMBER_ATTRIBUTES)[number];

/** Attributes that hold money. `owed` is all the debtor owes in the currency; amounts of two currencies are never compared. */
export const MONEY_ATTRIBUTES = ["balance", "owed", "instalment"] as const;
export type MoneyAttribute = (typeof MONEY_ATTRIBUTES)[number];

export interface StageCondition {
  readonly attribute: "stage";
  readonly in: readonly StageId[];
}

export interface WordCondition {
  readonly attribute: WordAttribute;
  readonly in: readonly string[];
}

/** Both ends belong to the range; a missing one is open. */
export interface NumberCondition {
  readonly attribute: NumberAttribute;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** Minor units. Both ends belong to the range. A debt in another currency does not meet it. */
export interface MoneyCondition {
  readonly attribute: MoneyAttribute;
  readonly currency: string;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

export type Condition = StageCondition | WordCondition | NumberCondition | MoneyCondition;

/**
 * Which debts belong. Two-valued throughout: a condition about something that is not known is not met, so its `not` is. That is why
 * "no reply for 30 days, or never one" is written `not (reply_age_days at most 30)`.
 */
export type SegmentRule =
  | { readonly all: readonly SegmentRule[] }
  | { readonly any: readonly SegmentRule[] }
  | { readonly not: SegmentRule }
  | Condition;

export const isWord = (condition: Condition): condition is WordCondition =>
  (WORD_ATTRIBUTES as readonly string[]).includes(condition.attribute);
export const isMoneyCondition = (condition: Condition): condition is MoneyCondition =>
  (MONEY_ATTRIBUTES as readonly string[]).includes(condition.attribute);
export const isStage = (condition: Condition): condition is StageCondition => condition.attribute === "stage";
