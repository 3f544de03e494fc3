import type { CalendarDate } from "../../shared/calendar.js";
import type { Instant } from "../../shared/instant.js";
import type { Currency } from "../../shared/money.js";
import type { Channel, Consent } from "./domain/consent.js";

/** Rows as the database gives them; the shapes of raw SQL in this module. */
export interface DebtorRecord {
  readonly id: number;
  readonly public_id: string;
  readonly external_id: string;
  readonly kind: string;
  readonly employment: string | null;
  readonly name_sealed: string;
  readonly document_sealed: string | null;
  readonly language: string;
  readonly country: string | null;
  readonly subdivision: string | null;
  readonly zones: string;
  readonly ambiguous_number: number;
  readonly created_at: Instant;
  readonly updated_at: Instant;
}

export interface ContactPointRecord {
  readonly id: number;
  readonly public_id: string;
  readonly debtor_id: number;
  readonly channel: Channel;
  readonly value_sealed: string;
  readonly ending: string;
  readonly places: string | null;
  readonly consent: Consent;
  readonly consent_source: string | null;
  readonly consent_on: CalendarDate | null;
  readonly invalid_at: Instant | null;
  readonly blocked_at: Instant | null;
  readonly created_at: Instant;
}

export interface DebtRecord {
  readonly id: number;
  readonly public_id: string;
  readonly debtor_id: number;
  readonly source: string;
  readonly reference: string;
  readonly product: string | null;
  readonly principal_minor: number;
  readonly balance_minor: number;
  readonly reported_minor: number;
  readonly currency: Currency;
  readonly due_date: CalendarDate;
  readonly instalment_minor: number | null;
  readonly credit_date: CalendarDate | null;
  readonly status: "open" | "paid" | "cancelled";
  readonly created_at: Instant;
  readonly updated_at: Instant;
}

export interface HoldRecord {
  readonly id: number;
  readonly public_id: string;
  readonly debtor_id: number;
  readonly debt_id: number | null;
  readonly reason: string;
  readonly from_at: Instant;
  readonly until_at: Instant | null;
  readonly released_at: Instant | null;
  readonly actor: string;
  readonly note_sealed: string | null;
}
