import type { CalendarDate } from "../../shared/calendar.js";
import type { Instant } from "../../shared/instant.js";
import type { Currency } from "../../shared/money.js";
import type { PaymentStatus } from "./domain/payment-status.js";

/** A row as the database gives it; the shape of raw SQL in this module. */
export interface PaymentRecord {
  readonly id: number;
  readonly public_id: string;
  readonly source: string;
  readonly external_id: string;
  readonly claimed_reference: string | null;
  readonly claimed_debtor: string | null;
  readonly debtor_id: number | null;
  readonly debt_id: number | null;
  readonly amount_minor: number;
  readonly unallocated_minor: number;
  readonly currency: Currency;
  readonly value_date: CalendarDate;
  /** Of credit notes only. */
  readonly note_source: string | null;
  readonly reported_minor: number | null;
  readonly status: PaymentStatus;
  readonly received_at: Instant;
  readonly undone_at: Instant | null;
}
