import { addDays, type CalendarDate } from "../../shared/calendar.js";
import type { StageId } from "../../shared/stage.js";
import type { Random } from "../../platform/crypto/randomness.js";
import { between, happens, logNormal, pick } from "./chance.js";
import type { GeneratedCountry, GeneratedDebt } from "./portfolio-row.js";
import { MARKETS, type Product } from "./products.js";
import { Weighted } from "./weighted.js";

/** Shares of the stages in percent: what a collections desk is handed, not what a bank lends. */
const STAGES = new Weighted<StageId>([
  ["pre_due", 22],
  ["due", 5],
  ["d1_30", 30],
  ["d31_90", 25],
  ["d91_plus", 18],
]);
/** Of invoices, which have no instalments to tell, the share that is partly paid. */
const PARTLY_PAID = 0.2;

/** @param serial makes the reference unique within the file */
export function debtIn(random: Random, country: GeneratedCountry, today: CalendarDate, serial: number): GeneratedDebt {
  const { currency, principalStep, instalmentStep, products } = MARKETS[country];
  const product = products.pick(random);
  const termMonths = pick(random, product.terms);
  const dueDate = addDays(today, -daysPastDue(random));
  const ordinal = between(random, 1, termMonths);
  const principalMinor = roundTo(principalStep, logNormal(random, product.median, product.sigma) * 100);
  const left = termMonths === 1 ? (happens(random, PARTLY_PAID) ? 0.6 : 1) : shareLeft(product, termMonths, ordinal - 1);
  return {
    reference: `${product.code}-${String(serial).padStart(7, "0")}`,
    product: product.name,
    currency,
    principalMinor,
    balanceMinor: roundTo(instalmentStep, principalMinor * left),
    emiMinor: roundTo(instalmentStep, principalMinor * annuity(product, termMonths)),
    termMonths,
    creditDate: monthsBefore(dueDate, ordinal),
    dueDate,
  };
}

function daysPastDue(random: Random): number {
  switch (STAGES.pick(random)) {
    case "pre_due":
      // Under a month, so that no credit is given after today.
      return -between(random, 1, 27);
    case "due":
      return 0;
    case "d1_30":
      return between(random, 1, 30);
    case "d31_90":
      return between(random, 31, 90);
    case "d91_plus":
      // The squared draw makes old debts rarer; none is older than two years.
      return 91 + Math.floor(random.next() ** 2 * 639);
  }
}

/** Instalment for a principal of 1: the annuity formula. */
function annuity({ monthlyRate: rate }: Product, months: number): number {
  return rate === 0 ? 1 / months : rate / (1 - (1 + rate) ** -months);
}

/** Capital that is left of 1 once some instalments are paid. */
function shareLeft({ monthlyRate: rate }: Product, months: number, paid: number): number {
  if (rate === 0) return 1 - paid / months;
  const grown = (1 + rate) ** months;
  return (grown - (1 + rate) ** paid) / (grown - 1);
}

function roundTo(step: number, minor: number): number {
  return Math.max(step, Math.round(minor / step) * step);
}

/** The same day of an earlier month, or that month's last day. */
function monthsBefore(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10);
  const length = Number(addDays(new Date(Date.UTC(year, month - months, 1)).toISOString().slice(0, 10), -1).slice(8));
  return addDays(first, Math.min(day, length) - 1);
}
