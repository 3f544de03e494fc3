import type { Currency } from "../../shared/money.js";
import type { GeneratedCountry } from "./portfolio-row.js";
import { Weighted } from "./weighted.js";

/** What a creditor sells on credit. Amounts are spread log-normally around the median. */
export interface Product {
  readonly code: string;
  readonly name: string;
  /** Whole units of the currency. */
  readonly median: number;
  readonly sigma: number;
  /** Months; 1 is an invoice paid at once. */
  readonly terms: readonly number[];
  /** 0.018 is 1.8 % a month. */
  readonly monthlyRate: number;
}

export interface Market {
  readonly currency: Currency;
  /** Principals and instalments are whole multiples of these minor units, as they are agreed in practice. */
  readonly principalStep: number;
  readonly instalmentStep: number;
  readonly products: Weighted<Product>;
}

/** `code|name|median|sigma|terms|monthly rate|weight` */
const CO = `LIB|Crédito de libranza|9500000|0.6|36,48,60|0.013|12; CON|Crédito de consumo|4200000|0.8|12,24,36|0.018|24;
  TC|Tarjeta de crédito|1300000|0.9|6,12,24|0.021|24; ELE|Crédito de electrodomésticos|900000|0.6|6,12,18|0.019|22;
  MIC|Microcrédito|2400000|0.7|6,12,18|0.026|12; SER|Servicio técnico|180000|0.5|1|0|6`;
const MX = `NOM|Crédito de nómina|42000|0.6|24,36,48|0.022|14; PER|Crédito personal|18000|0.8|12,18,24|0.032|24;
  TD|Tarjeta departamental|6500|0.9|6,12,18|0.035|24; LB|Crédito de línea blanca|9000|0.6|12,18|0.03|20;
  MIC|Microcrédito|7500|0.6|4,6,12|0.045|12; SER|Servicio técnico|1200|0.5|1|0|6`;
const BR = `CSG|Empréstimo consignado|11000|0.6|36,48,72|0.017|14; EP|Empréstimo pessoal|4800|0.8|12,18,24|0.045|22;
  CC|Cartão de crédito|2100|0.9|6,12|0.08|26; CRE|Crediário|1300|0.6|6,10,12|0.035|22; CG|Capital de giro|15000|0.7|12,18,24|0.025|8;
  AT|Assistência técnica|320|0.5|1|0|8`;

export const MARKETS: Readonly<Record<GeneratedCountry, Market>> = {
  CO: { currency: "COP", principalStep: 1_000_000, instalmentStep: 10_000, products: products(CO) },
  MX: { currency: "MXN", principalStep: 1_000, instalmentStep: 1, products: products(MX) },
  BR: { currency: "BRL", principalStep: 1, instalmentStep: 1, products: products(BR) },
};

function products(table: string): Weighted<Product> {
  return new Weighted(
    table.split(";").map((line) => {
      const [code = "", name = "", median, sigma, terms = "", rate, weight] = line.trim().split("|");
      const product = { code, name, median: Number(median), sigma: Number(sigma), monthlyRate: Number(rate) };
      return [{ ...product, terms: terms.split(",").map(Number) }, Number(weight)] as const;
    }),
  );
}
