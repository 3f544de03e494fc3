import type { CalendarDate } from "../../../shared/calendar.js";
import type { Instant } from "../../../shared/instant.js";
import type {
  BlockedDatesRule,
  CapRule,
  DistinctChannelsRule,
  Disclosure,
  HoursRule,
  Party,
  QuietDaysRule,
  ServiceGround,
} from "./pack.js";
import type { Channel, Origin, PublicId, Purpose } from "./vocabulary.js";

/** One contact somebody wants to make. */
export interface ContactIntent {
  readonly channel: Channel;
  readonly purpose: Purpose;
  readonly origin: Origin;
  /** The debts it is about; all of them must allow it. */
  readonly debtIds: readonly PublicId[];
  /** For `service`: the exemption it claims. Without one it is gated like collection. */
  readonly ground?: ServiceGround;
  /** For `reply`: this is the one message that confirms an opt-out. */
  readonly confirmsOptOut?: boolean;
  /** What the text states, as its template declares. */
  readonly disclosures?: readonly Disclosure[];
}

/**
 * Everything known about the debtor that a rule may ask, read under the debtor's lock. Ids are public ones. No names, numbers or texts:
 * decisions are journalled as they are.
 */
export interface PolicyFacts {
  /** Packs the account has taken on, wherever the debtor lives. */
  readonly accountPackIds: readonly string[];
  /** Every plausible residence: from the address, from the phone number's country, from the import. None: nothing is allowed. */
  readonly residences: readonly Residence[];
  /** Plausible time zones when known (all must be open); `null` derives them from the residences. Empty: none, nothing is allowed. */
  readonly zones: readonly string[] | null;
  /** Version of the zone data (`process.versions.tz`), so that the decision can be replayed. */
  readonly zoneData: string;
  readonly debtor: { readonly deceased?: boolean; readonly minor?: boolean };
  /** Who answers at the contact point that would be used; a missing channel has no contact point. */
  readonly contactPoints: Readonly<Partial<Record<Channel, Party | "ambiguous" | "unknown">>>;
  readonly consents: Readonly<Partial<Record<Channel, ConsentFact>>>;
  /** Since when what the debtor writes there is dropped before anybody reads it. Absent: it is heard. */
  readonly unheard?: Readonly<Partial<Record<Channel, Instant>>>;
  /** In force: an opt-out that a later opt-in has ended is not listed. */
  readonly optOuts: readonly OptOutFact[];
  readonly holds: readonly HoldFact[];
  readonly debts: readonly DebtFact[];
  /** The ledger, whoever made the attempt; at least the last 8 days. */
  readonly attempts: readonly AttemptFact[];
  readonly lastInbound: Readonly<Partial<Record<Channel, Instant>>>;
  readonly tightening: Tightening | null;
  readonly exceptions: readonly ExceptionFact[];
}

export interface Residence {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** ISO 3166-2 without the country; `null` when only the country is known. */
  readonly subdivision: string | null;
}

export interface ConsentFact {
  readonly status: "granted" | "withdrawn" | "unknown";
  /** `contract`, `chat`, `import`…; shown with the date. */
  readonly source: string;
  /** The date on the record; a day on paper has no zone. */
  readonly on: CalendarDate | null;
}

export interface OptOutFact {
  readonly channel: Channel | "all";
  readonly at: Instant;
  /** When the one confirmation went out (or was tried). */
  readonly confirmedAt: Instant | null;
}

export interface HoldFact {
  readonly id: PublicId;
  /** `null` holds everything the debtor owes. */
  readonly debtId: PublicId | null;
  /** `dispute`, `promise`, `hardship`…; shown. */
  readonly kind: string;
  readonly from: Instant;
  /** `null`: until somebody ends it. */
  readonly until: Instant | null;
}

export interface DebtFact {
  readonly id: PublicId;
  /** Only `open` is collected. */
  readonly status: string;
  readonly balanceMinor: number;
}

export interface AttemptFact {
  readonly id: PublicId;
  readonly at: Instant;
  readonly channel: Channel;
  /** Whether it is an outbound contact at all under the strict reading: replies and exempt service are not. */
  readonly counts: boolean;
  /** Whether the debtor was reached, for the lenient reading; `null` = not known, and then it counts. */
  readonly reached: boolean | null;
  /** A call that became a conversation. */
  readonly conversation: boolean;
  /** Empty: not known, counts for every debt. */
  readonly debtIds: readonly PublicId[];
}

/** What the account adds to the packs. It becomes a pack of its own, so it can only narrow. */
export interface Tightening {
  readonly version: string;
  readonly rules: readonly TighteningRule[];
}

type Own<Rule> = Omit<Rule, "class" | "certainty" | "source" | "absolute" | "subdivisions">;
export type TighteningRule = Own<HoursRule> | Own<BlockedDatesRule> | Own<CapRule> | Own<DistinctChannelsRule> | Own<QuietDaysRule>;

/** Signed by compliance: lifts one rule of class policy, or of the account's own tightening, for a time. */
export interface ExceptionFact {
  readonly id: PublicId;
  readonly packId: string;
  readonly ruleId: string;
  readonly from: Instant;
  readonly until: Instant;
}
