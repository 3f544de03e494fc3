import type { CalendarDate } from "../../../../shared/calendar.js";
import type { Instant } from "../../../../shared/instant.js";
import { type Currency, minorDigits } from "../../../../shared/money.js";

export const PRICE_CATEGORIES = ["utility", "marketing", "authentication"] as const;
export type PriceCategory = (typeof PRICE_CATEGORIES)[number];

/** Prices are kept in millionths of a unit: a message costs less than a cent. */
export const MICROS = 1_000_000;

/** What a delivered template costs in a country from a day on. */
export interface MessagePrice {
  /** ISO 3166-1 */
  readonly country: string;
  readonly category: PriceCategory;
  readonly micros: number;
  readonly currency: Currency;
  readonly validFrom: CalendarDate;
}

/** The price in force on a day; null where none is known. */
export function priceOn(prices: readonly MessagePrice[], country: string, category: string, day: CalendarDate): MessagePrice | null {
  const fitting = prices.filter((price) => price.country === country && price.category === category && price.validFrom <= day);
  return fitting.reduce<MessagePrice | null>((best, price) => (best === null || price.validFrom > best.validFrom ? price : best), null);
}

/** Since when WhatsApp counts a template and language as of a category. */
export interface CategoryChange {
  readonly template: string;
  readonly language: string;
  readonly category: string;
  readonly at: Instant;
}

/**
 * The category of a template when it was sent, in small letters: the last one told by then. Before the first was told it is that one, for a
 * template is read before it is sent. Null for one that was never told of.
 */
export function categoryAt(changes: readonly CategoryChange[], template: string, language: string, at: Instant): string | null {
  const own = changes.filter((change) => change.template === template && change.language === language).toSorted((a, b) => a.at - b.at);
  const told = own.findLast((change) => change.at <= at) ?? own[0];
  return told ? told.category.toLowerCase() : null;
}

/** Millionths of units as minor units, a half rounded up. */
export function minorOfMicros(micros: bigint, currency: Currency): number {
  const per = BigInt(MICROS) / 10n ** BigInt(minorDigits(currency));
  return Number((micros + per / 2n) / per);
}
