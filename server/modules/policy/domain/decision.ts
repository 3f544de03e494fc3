import type { Instant } from "../../../shared/instant.js";
import type { RuleKind } from "./pack.js";
import type { Channel, Certainty, Purpose, RuleClass } from "./vocabulary.js";

/** The answer for one intended contact, with its proof. Plain JSON: it is journalled as it is. */
export interface Decision {
  /** `not_before`: allowed from `notBefore` on if nothing else changes until then. */
  readonly verdict: "allow" | "deny" | "not_before";
  /** The instant that was judged. */
  readonly at: Instant;
  readonly channel: Channel;
  /** As judged: a `reply` that answers nothing recent is judged as `collection`. */
  readonly purpose: Purpose;
  /** With `not_before`: the first instant at which every rule passes. */
  readonly notBefore?: Instant;
  /** With `allow`: the first instant at which it is no longer allowed; absent when nothing known will close it. */
  readonly notAfter?: Instant;
  /** The zones that were asked. */
  readonly zones: readonly string[];
  readonly zoneData: string;
  readonly packs: readonly { readonly id: string; readonly version: string }[];
  /** Every rule of every pack that speaks about this channel, once per zone where the zone matters. */
  readonly rules: readonly RuleResult[];
}

export interface RuleResult {
  readonly packId: string;
  readonly ruleId: string;
  readonly kind: RuleKind | "engine";
  /** `unknown` closes like `fail`. */
  readonly verdict: "pass" | "fail" | "unknown";
  /** Why it does not pass, the key of a sentence; `null` when it passes. */
  readonly reason: Reason | null;
  readonly class: RuleClass;
  readonly certainty: Certainty;
  readonly source: string;
  readonly facts: RuleFacts;
  /** When this rule and the permitted hours are both open; absent when it passes or when time alone will not open it. */
  readonly opensAt?: Instant;
}

export type RuleFacts = Readonly<Record<string, string | number | boolean | null>>;

export type Reason =
  | "hours"
  | "hours_unknown"
  | "closed_day"
  | "holiday"
  | "blocked_date"
  | "cap_day"
  | "cap_week"
  | "cap_seven_days"
  | "channels_day"
  | "channels_week"
  | "channels_seven_days"
  | "quiet_days"
  | "consent_withdrawn"
  | "consent_missing"
  | "recipient_missing"
  | "recipient_ambiguous"
  | "recipient_unknown"
  | "recipient_forbidden"
  | "disclosure_missing"
  | "opted_out"
  | "way_out_closed"
  | "hold"
  | "hold_debt"
  | "no_debt_named"
  | "debt_unknown"
  | "debt_not_owed"
  | "deceased"
  | "minor"
  | "pack_missing"
  | "no_pack"
  | "residence_unknown"
  | "zone_unknown"
  | "engine";
