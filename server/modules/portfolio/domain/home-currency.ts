import type { Currency } from "../../../shared/money.js";
import { countryOfZone } from "./zones-of.js";

/** Legal tender of the countries whose zones are known (ISO 4217, list of 2026); of several the one that salaries are paid in. */
const TENDER: Readonly<Record<string, Currency>> = {
  AR: "ARS",
  BO: "BOB",
  BR: "BRL",
  CL: "CLP",
  CO: "COP",
  CR: "CRC",
  CU: "CUP",
  DO: "DOP",
  EC: "USD",
  ES: "EUR",
  GT: "GTQ",
  HN: "HNL",
  MX: "MXN",
  NI: "NIO",
  PA: "USD",
  PE: "PEN",
  PR: "USD",
  PT: "EUR",
  PY: "PYG",
  SV: "USD",
  US: "USD",
  UY: "UYU",
  VE: "VES",
};

/** The currency of the country in whose zone an account works: its figures are looked at first. Null for a zone of none of these countries. */
export function homeCurrency(zone: string): Currency | null {
  const country = countryOfZone(zone);
  return country === null ? null : (TENDER[country] ?? null);
}
