import { addDays, type CalendarDate, daysBetween } from "../../../../shared/calendar.js";
import { invalid } from "../../../../shared/errors.js";
import type { Currency } from "../../../../shared/money.js";
import type { RateTable } from "../../metrics/domain/consolidate.js";

/** One unit of `currency` is `rate` of `target`, on a day. */
export interface ExchangeRate {
  readonly currency: Currency;
  readonly target: Currency;
  readonly day: CalendarDate;
  /** Plain decimal text, above zero. */
  readonly rate: string;
  /** Who published it. */
  readonly source: string;
}

/**
 * Days a rate holds where the days after it have none: central banks publish on banking days, and Holy Week makes five days of two holidays and a
 * week-end. After that it is too old, and there is no figure.
 */
export const RATE_LASTS = 5;

/** Rates into one currency. Of a day without its own the last one before it holds, for `RATE_LASTS` days; never one of a later day. */
export function rateTableOf(rates: readonly ExchangeRate[], into: Currency): RateTable {
  const own = Map.groupBy(
    rates.filter(({ target }) => target === into),
    ({ currency }) => currency,
  );
  for (const [currency, of] of own) {
    own.set(
      currency,
      of.toSorted((a, b) => (a.day < b.day ? 1 : -1)),
    );
  }
  return {
    into,
    rate: (currency, day) => {
      const last = own.get(currency)?.find((rate) => rate.day <= day);
      if (!last) return { state: "missing" };
      if (daysBetween(last.day, day) > RATE_LASTS) return { state: "too_old", day: last.day };
      return { state: "known", rate: last.rate, day: last.day, source: last.source };
    },
  };
}

/** The first day whose rates may be needed for days from `day` on. */
export function firstRateDay(day: CalendarDate): CalendarDate {
  return addDays(day, -RATE_LASTS);
}

/**
 * @param today the account's day
 * @throws DomainError `exchange_rate.same_currency`, `exchange_rate.not_positive`, `exchange_rate.day_to_come`
 */
export function checkRate({ currency, target, day, rate }: ExchangeRate, today: CalendarDate): void {
  if (currency === target) {
    const remedy = "Name two currencies; into itself each is worth one.";
    throw invalid("exchange_rate.same_currency", "A rate is between two currencies.", { field: "into", remedy });
  }
  if (/^[0.]+$/.test(rate)) {
    throw invalid("exchange_rate.not_positive", "A rate is above zero.", {
      field: "rate",
      remedy: "Write what one unit is worth, such as 0.00025.",
    });
  }
  if (day > today) {
    throw invalid("exchange_rate.day_to_come", "That day has not come yet.", {
      field: "day",
      remedy: "Name a day that is there, today at the latest.",
    });
  }
}
