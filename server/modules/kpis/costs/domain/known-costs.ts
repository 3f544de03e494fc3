import type { CalendarDate } from "../../../../shared/calendar.js";
import type { Currency } from "../../../../shared/money.js";
import { COST_KINDS, type CostKind, EXPECTED_KINDS, firstOfMonth, firstOfNextMonth } from "./cost.js";
import { shareIn, type Spread } from "./cost-share.js";
import { minorOfMicros } from "./message-price.js";

/** A cost that stands: neither taken back nor the taking back of one. */
export interface StandingCost extends Spread {
  readonly kind: CostKind;
  readonly currency: Currency;
}

/** Delivered messages of one day that cost the same. */
export interface SentCost {
  readonly day: CalendarDate;
  readonly messages: number;
  /** Of all of them together; null where the price is not known. */
  readonly price: { readonly micros: bigint; readonly currency: Currency } | null;
}

export interface KnownCosts {
  /** Null where it is not known for every month of the period. */
  readonly byKind: Readonly<Record<CostKind, number | null>>;
  /** What is known, of all kinds. */
  readonly known: number;
  /** Kinds that are not known for every month; the cost of the period is known where there is none. */
  readonly missing: readonly CostKind[];
}

/**
 * What a period cost in a currency, month by month. Costs of messages that were entered stand in place of those computed from prices, for
 * their month. Computed ones are not known where a message has no price, or one in a currency in which nothing else is entered: what was
 * paid then belongs to other costs and could not be added to them.
 * @param start first day, `end` the day after the last
 */
export function knownCosts(
  currency: Currency,
  { start, end }: { readonly start: CalendarDate; readonly end: CalendarDate },
  entries: readonly StandingCost[],
  sent: readonly SentCost[],
): KnownCosts {
  const entered = new Set(entries.map((entry) => entry.currency));
  const own = entries.filter((entry) => entry.currency === currency);
  const sums = Object.fromEntries(COST_KINDS.map((kind) => [kind, 0])) as Record<CostKind, number>;
  const missing = new Set<CostKind>();
  let micros = 0n;
  for (const month of monthsOf(start, end)) {
    for (const kind of COST_KINDS) {
      const inMonth = own.filter((entry) => entry.kind === kind && entry.from < month.end && entry.to >= month.start);
      sums[kind] += inMonth.reduce((total, entry) => total + shareIn(entry, month.start, month.end), 0);
      if (inMonth.length > 0 || !EXPECTED_KINDS.includes(kind)) continue;
      if (kind !== "messages") missing.add(kind);
      else {
        const computed = ofMessages(currency, entered, sent, month);
        micros += computed.micros;
        if (!computed.whole) missing.add(kind);
      }
    }
  }
  sums.messages += minorOfMicros(micros, currency);
  const known = COST_KINDS.reduce((total, kind) => total + sums[kind], 0);
  const byKind = Object.fromEntries(COST_KINDS.map((kind) => [kind, missing.has(kind) ? null : sums[kind]])) as Record<
    CostKind,
    number | null
  >;
  return { byKind, known, missing: COST_KINDS.filter((kind) => missing.has(kind)) };
}

function ofMessages(currency: Currency, entered: ReadonlySet<Currency>, sent: readonly SentCost[], month: Month) {
  let micros = 0n;
  let whole = true;
  for (const { day, price } of sent) {
    if (day < month.start || day >= month.end) continue;
    if (price?.currency === currency) micros += price.micros;
    else if (price === null || !entered.has(price.currency)) whole = false;
  }
  return { micros, whole };
}

interface Month {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

/** The calendar months of a period, the first and last as far as they belong to it. */
export function monthsOf(start: CalendarDate, end: CalendarDate): Month[] {
  const months: Month[] = [];
  for (let from = firstOfMonth(start); from < end; from = firstOfNextMonth(from)) {
    const next = firstOfNextMonth(from);
    months.push({ start: from < start ? start : from, end: next > end ? end : next });
  }
  return months;
}
