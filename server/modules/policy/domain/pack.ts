import type { HolidayDefinition } from "../../../shared/holidays.js";
import type { Channel, Certainty, Purpose, RuleClass } from "./vocabulary.js";

/**
 * The contact rules of one jurisdiction (or of the house, or of an account) as data. A published version never changes: a correction is a
 * new version, so that an old decision can be replayed with the rules it was made by.
 */
export interface PolicyPack {
  /** `CO-2300`; upper case, stable over versions. */
  readonly id: string;
  /** Date of the reading of the sources, `YYYY-MM-DD`. */
  readonly version: string;
  /** The texts it encodes, in their own language. */
  readonly authority: readonly string[];
  /** Whose residence it covers; empty for packs that bind wherever the debtor lives. */
  readonly residence: readonly ResidenceZones[];
  readonly rules: readonly PackRule[];
  readonly exceptions: readonly PackException[];
}

/** Where the residents of a country, or of one part of it, may live by the clock. */
export interface ResidenceZones {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** ISO 3166-2 without the country (`BCN`); absent: the whole country. */
  readonly subdivision?: string;
  readonly zones: readonly string[];
}

/** What the law itself takes out of its rules, by the ground an intent states. */
export interface PackException {
  readonly id: string;
  readonly grounds: readonly ServiceGround[];
  readonly source: string;
  readonly certainty: Certainty;
}

/** Kinds of `service` contact that laws exempt by name. */
export type ServiceGround = "operation_confirmation" | "fraud_alert" | "requested_information";

export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

/** `["07:00", "19:00"]`, half-open, the recipient's wall clock; `24:00` ends a day. `?` in place of a time means unknown and closes the window. */
export type LocalWindow = readonly [from: string, to: string];

/** A day that is missing, `null` or empty is closed; `null` says that no source tells of it. */
export type WeekWindows = Readonly<Partial<Record<Weekday, readonly LocalWindow[] | null>>>;

/**
 * How long an attempt is remembered by a cap. Days and weeks are the debtor's; weeks begin on Monday.
 * `rolling_7d`: seven times 24 hours. `rolling_7d_by_date`: seven dates, the attempt's own included.
 * `week`: for laws that just say "week": `calendar_week` and `rolling_7d` must both have room.
 */
export type Period = "calendar_day" | "calendar_week" | "rolling_7d" | "rolling_7d_by_date" | "week";

interface RuleBase {
  /** Unique inside its pack, stable over versions. */
  readonly id: string;
  readonly class: RuleClass;
  readonly certainty: Certainty;
  /** The article in the law's own language: `Ley 2300 de 2023, art. 3`. */
  readonly source: string;
  /** Contacts the rule is about; others do not see it. Absent: every channel. */
  readonly channels?: readonly Channel[];
  /** Purposes the rule binds. Absent: all but `reply`, which answers the debtor and is not an outbound contact. */
  readonly purposes?: readonly Purpose[];
  /** Binds only residents of these subdivisions, and everybody whose subdivision is unknown. */
  readonly subdivisions?: readonly string[];
  /** May not be lifted by an exception although it is policy. Law never is. */
  readonly absolute?: boolean;
}

export interface HoursRule extends RuleBase {
  readonly kind: "hours";
  readonly week: WeekWindows;
}

export interface HolidaysRule extends RuleBase {
  readonly kind: "holidays";
  readonly holidays: readonly HolidayDefinition[];
  /** Further ones by ISO 3166-2 code: they close for those who may live there, and for everybody whose subdivision is unknown. */
  readonly ofSubdivision?: Readonly<Record<string, readonly HolidayDefinition[]>>;
}

export interface BlockedDatesRule extends RuleBase {
  readonly kind: "blocked_dates";
  readonly dates: readonly { readonly date: string; readonly name: string }[];
}

/** At most `max` contacts over the rule's channels together. */
export interface CapRule extends RuleBase {
  readonly kind: "cap";
  readonly max: number;
  readonly period: Period;
  /** Counts the debtor's contacts, or separately those about each debt. */
  readonly per: "debtor" | "debt";
}

/** At most `max` different channels. */
export interface DistinctChannelsRule extends RuleBase {
  readonly kind: "distinct_channels";
  readonly max: number;
  readonly period: Period;
}

/** After a contact (or only after a conversation) the next `days` dates are closed, its own date being the first. */
export interface QuietDaysRule extends RuleBase {
  readonly kind: "quiet_days";
  readonly after: "attempt" | "conversation";
  readonly days: number;
  readonly per: "debtor" | "debt";
}

/** What counts as a contact. Present: everything sent counts. Lifted: only what reached the debtor. */
export interface StrictCountingRule extends RuleBase {
  readonly kind: "strict_counting";
}

/** `granted`: the debtor's authorisation for the channel must be on file. `not_withdrawn`: it must not have been taken back. */
export interface ConsentRule extends RuleBase {
  readonly kind: "consent";
  readonly requires: "granted" | "not_withdrawn";
}

/** Who may be at the other end. */
export interface RecipientRule extends RuleBase {
  readonly kind: "recipient";
  readonly allowed: readonly Party[];
}

/** What the text must contain, as its template declares it. */
export interface DisclosureRule extends RuleBase {
  readonly kind: "disclosure";
  readonly requires: Disclosure;
}

/** Rules about facts that need no data of their own; the house pack holds them. */
export interface FactRule extends RuleBase {
  readonly kind: "packs_loaded" | "residence_covered" | "zone_known" | "opt_out" | "way_out" | "hold" | "debt_owed" | "debtor_fit";
}

export type Party = "debtor" | "co_debtor" | "guarantor" | "reference" | "third_party";
export type Disclosure = "opt_out" | "creditor" | "collector_identity" | "debt_origin";

export type PackRule =
  | HoursRule
  | HolidaysRule
  | BlockedDatesRule
  | CapRule
  | DistinctChannelsRule
  | QuietDaysRule
  | StrictCountingRule
  | ConsentRule
  | RecipientRule
  | DisclosureRule
  | FactRule;
export type RuleKind = PackRule["kind"];
