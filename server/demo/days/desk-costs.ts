import type { CostsView } from "../../contract/kpis/costs.contract.js";
import type { SaldoClient } from "../saldo-client.js";

/** What a delivered reminder costs in the demo's countries, in the currency that is owed there. Invented, as everything of the demo. */
const PRICES = [
  { country: "CO", currency: "COP", price: "32.5" },
  { country: "MX", currency: "MXN", price: "0.155" },
  { country: "BR", currency: "BRL", price: "0.037" },
] as const;

/** Thousandths of what came back: a desk that costs about five of a hundred, a little less each month. */
const PEOPLE = [34, 38, 43];
const TOOLS = 4;
const FEES = 3;

/**
 * What the desk cost: prices, and for each month people, tools and fees. The people of the running month are not entered yet, so that the
 * page says what is missing.
 */
export async function enterCosts(admin: SaldoClient): Promise<void> {
  for (const { country, currency, price } of PRICES) {
    const body = { country, category: "utility", price, currency, from: "2026-07-01" };
    await admin.call("PUT", "/api/prices", body);
  }
  const { currencies } = await admin.call<CostsView>("GET", "/api/costs?months=3");
  for (const currency of currencies) await enterMonths(admin, currency);
}

async function enterMonths(admin: SaldoClient, currency: string): Promise<void> {
  const { months } = await admin.call<CostsView>("GET", `/api/costs?months=3&currency=${currency}`);
  for (const [age, { from, to, running, recovered }] of months.entries()) {
    if (recovered <= 0) continue;
    const shares = { people: running ? null : PEOPLE[age]!, tools: TOOLS, fees: FEES };
    for (const [kind, thousandths] of Object.entries(shares)) {
      if (thousandths === null) continue;
      // Whole thousands of minor units: what is agreed and invoiced is round.
      const units = Math.max(1, Math.round((recovered * thousandths) / 1_000 / 1_000)) * 10;
      const body = { kind, amount: String(units), currency, from, to, externalId: `${kind}-${currency}-${from}` };
      await admin.call("POST", "/api/costs", body);
    }
  }
}
