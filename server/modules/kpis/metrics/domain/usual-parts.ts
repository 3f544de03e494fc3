import type { Edge } from "./edge.js";
import type { Dimension } from "./metric.js";

// What most figures of a kind have in common, so that a definition says only what is its own.

export const SHARE_EDGES = ["zero_below", "small_n", "local_day", "never_rounded_away", "told_late"] as const satisfies readonly Edge[];

export const CASH_EDGES = ["each_currency", "partial_payment", "reversal_on_its_day", "settlement"] as const satisfies readonly Edge[];

/** Of what is owed. */
export const DEBT_DIMENSIONS = [
  "currency",
  "stage",
  "customer_type",
  "product",
  "employment",
  "instalment_band",
  "credit_duration",
  "amount_band",
  "language",
  "country",
  "state",
  "segment",
] as const satisfies readonly Dimension[];

/** Of what was said: what is known of the debtor, and of the message. */
export const CONTACT_DIMENSIONS = [
  "stage",
  "customer_type",
  "language",
  "country",
  "state",
  "segment",
  "cadence",
  "template",
  "channel",
  "agent",
  "hour",
] as const satisfies readonly Dimension[];

/** Of money that came after somebody wrote. */
export const RECOVERY_DIMENSIONS = [...DEBT_DIMENSIONS, "cadence", "channel", "agent"] as const satisfies readonly Dimension[];
