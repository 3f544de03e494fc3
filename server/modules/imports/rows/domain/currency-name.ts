import { type Currency, isIsoCurrency } from "../../../../shared/money.js";
import { words } from "../../../../shared/words.js";

/** What files write in place of a code where it means one currency wherever it stands. Mexico's accounts write MXP for today's peso. */
const ANYWHERE: Readonly<Record<string, Currency>> = {
  mxp: "MXN",
  dls: "USD",
  dll: "USD",
  dlls: "USD",
  us$: "USD",
  u$s: "USD",
  u$d: "USD",
  mx$: "MXN",
  r$: "BRL",
  real: "BRL",
  reais: "BRL",
  reales: "BRL",
  euro: "EUR",
  euros: "EUR",
  "€": "EUR",
  quetzal: "GTQ",
  quetzales: "GTQ",
  lempira: "HNL",
  lempiras: "HNL",
  guarani: "PYG",
  guaranies: "PYG",
  "₲": "PYG",
  "₡": "CRC",
};

/** In countries with a currency of their own a dollar is the one of the United States. */
const DOLLARS: Readonly<Record<string, Currency>> = { dolar: "USD", dolares: "USD", "dolares americanos": "USD" };

/** Where a name or sign is of several countries, the row's country tells. Ecuador, El Salvador and Panama owe in dollars of the United States. */
const OF_COUNTRY: Readonly<Record<string, Readonly<Record<string, Currency>>>> = {
  AR: peso("ARS", "argentino"),
  BO: { bs: "BOB", boliviano: "BOB", bolivianos: "BOB", ...DOLLARS },
  BR: { brs: "BRL", ...DOLLARS },
  CL: { ...peso("CLP", "chileno"), uf: "CLF" },
  CO: peso("COP", "colombiano"),
  CR: { colon: "CRC", colones: "CRC", ...DOLLARS },
  CU: peso("CUP", "cubano"),
  DO: { ...peso("DOP", "dominicano"), rd$: "DOP" },
  EC: { ...DOLLARS, $: "USD" },
  GT: { q: "GTQ", ...DOLLARS },
  HN: { l: "HNL", ...DOLLARS },
  MX: { ...peso("MXN", "mexicano"), mn: "MXN", "m n": "MXN", "moneda nacional": "MXN" },
  NI: { cordoba: "NIO", cordobas: "NIO", c$: "NIO", ...DOLLARS },
  PA: { ...DOLLARS, balboa: "PAB", balboas: "PAB" },
  PE: { sol: "PEN", soles: "PEN", "nuevos soles": "PEN", "s/": "PEN", "s/.": "PEN", ...DOLLARS },
  PY: { gua: "PYG", gs: "PYG", ...DOLLARS },
  SV: { ...DOLLARS, $: "USD" },
  US: { ...DOLLARS, $: "USD" },
  UY: peso("UYU", "uruguayo"),
};

function peso(code: Currency, adjective: string): Readonly<Record<string, Currency>> {
  const names = ["$", "pes", "peso", "pesos", `peso ${adjective}`, `pesos ${adjective}s`];
  return { ...DOLLARS, ...Object.fromEntries(names.map((name) => [name, code])) };
}

/** A longer cell names no currency. */
const LONGEST = 40;

/**
 * ISO 4217 code of what stands in a column of currencies, where that cannot be mistaken: `MXP`, `DLS`, `R$`, and with the country of the row
 * `PES`, `pesos`, `$`.
 * @param country ISO 3166-1 alpha-2 of the row; null where it names none
 * @returns null where it could be two, or none
 */
export function currencyCalled(text: string, country: string | null): Currency | null {
  const code = text.trim().toUpperCase();
  if (isIsoCurrency(code)) return code;
  if (text.length > LONGEST) return null;
  const here: Readonly<Record<string, Currency>> = country === null ? {} : (OF_COUNTRY[country] ?? {});
  const names = [code.toLowerCase(), ...(text.includes("$") ? [] : [words(text).join(" ")])];
  return names.map((name) => here[name] ?? ANYWHERE[name]).find((found) => found !== undefined) ?? null;
}
