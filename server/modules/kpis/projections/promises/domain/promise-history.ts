import type { CalendarDate } from "../../../../../shared/calendar.js";
import type { Instant } from "../../../../../shared/instant.js";
import type { Currency } from "../../../../../shared/money.js";
import { type Payload, textIn, textOrNull, wholeIn, wholeOrNull } from "../../domain/payload.js";
import type { RecordPlace } from "../../domain/spans.js";

export type PromiseStanding = "active" | "kept" | "partially_kept" | "broken" | "superseded" | "cancelled" | "held";

export interface PromiseStatus {
  readonly debtorId: number;
  readonly standing: PromiseStanding;
  readonly currency: Currency;
  readonly amountMinor: number;
  readonly paidMinor: number;
  readonly dueDate: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly madeAt: Instant;
  readonly madeOn: CalendarDate;
  readonly source: string | null;
}

const STANDINGS: Readonly<Record<string, PromiseStanding>> = {
  "promise.made": "active",
  "promise.reopened": "active",
  "promise.kept": "kept",
  "promise.broken": "broken",
  "promise.superseded": "superseded",
  "promise.cancelled": "cancelled",
};

/** The record types that `promiseAfter` knows. */
export const PROMISE_RECORDS: readonly string[] = Object.keys(STANDINGS);

/**
 * The promise after a record.
 * @param before null where it was not known: a promise is known from the record that made it
 * @returns null for a promise that no record made
 */
export function promiseAfter(
  before: PromiseStatus | null,
  { type, payload, debtorId }: { readonly type: string; readonly payload: Payload; readonly debtorId: number | null },
  place: RecordPlace,
): PromiseStatus | null {
  if (type === "promise.made") {
    const dueDate = textIn(payload, "dueDate");
    return {
      debtorId: debtorId ?? 0,
      standing: "active",
      currency: textIn(payload, "currency"),
      amountMinor: wholeIn(payload, "amountMinor"),
      paidMinor: 0,
      dueDate,
      lastDay: textOrNull(payload, "lastDay") ?? dueDate,
      madeAt: place.at,
      madeOn: place.day,
      source: textOrNull(payload, "source"),
    };
  }
  if (!before) return null;
  const paid = wholeOrNull(payload, "paidMinor");
  return {
    ...before,
    standing: standingOf(type, payload),
    paidMinor: paid === null ? before.paidMinor : Math.min(paid, before.amountMinor),
  };
}

function standingOf(type: string, payload: Payload): PromiseStanding {
  if (type === "promise.broken" && payload["state"] === "partially_kept") return "partially_kept";
  if (type === "promise.cancelled" && payload["reason"] === "held") return "held";
  return STANDINGS[type] ?? "active";
}
