import type { FigureCasesView, FigureCaseView } from "../../../../server/contract/kpis/figures.contract.js";
import { MARISOL, NOW, ZONE } from "./stub-data.js";
import { type Answer, fail, ok } from "./stub-call.js";

const SIZES = [624_000_000, 481_260_000, 390_410_050, 278_600_000, 98_400_000];
const caseOf = (size: number, index: number, currency: string): FigureCaseView => ({
  key: String(index),
  nature: "debt",
  measure: "balance.outstanding",
  debtorId: index === 3 ? null : MARISOL,
  debtor: index === 3 ? null : ["Ferretería El Tornillo Feliz S.A.S.", "Marisol Quintero", "Jairo Alberto Castaño Ríos"][index % 3]!,
  reference: `FE-198${70 + index}`,
  day: `2026-10-${String(10 + index)}`,
  until: null,
  note: null,
  currency,
  size: String(size),
});

/** Five debts, three on the first page; a currency has to be named. */
export function casesOf(query: URLSearchParams, empty: boolean): Answer {
  const currency = query.get("currency");
  if (currency === null) {
    const error = fail(400, "figures.currency_needed", "Amounts of several currencies are never added.", "Name one of COP, MXN.");
    return { ...error, body: { ...(error.body as object), params: { currencies: "COP MXN" } } };
  }
  const all = empty ? [] : SIZES.map((size, index) => caseOf(size, index, currency));
  const second = query.get("cursor") !== null;
  const sum = String(all.reduce((total, { size }) => total + Number(size), 0));
  const part = query.get("part") === "denominator" ? "denominator" : "numerator";
  const view: FigureCasesView = {
    id: "portfolio.outstanding",
    number: null,
    figure: "Outstanding",
    name: "Outstanding",
    text: "All that is owed.",
    unit: "money",
    from: query.get("from") ?? "2026-11-01",
    to: query.get("to") ?? "2026-11-25",
    zone: ZONE,
    asOf: query.get("asOf") ?? NOW,
    share: 1,
    currency,
    currencies: ["COP", "MXN"],
    where: [],
    part,
    hasDenominator: true,
    values: [
      {
        state: "value",
        part: null,
        currency,
        text: "18726700.50",
        numerator: sum,
        denominator: "1",
        n: all.length,
        reason: null,
        why: null,
        gap: null,
      },
    ],
    kind: "money",
    terms: [{ measure: "balance.outstanding", name: "open balances", text: "What is owed.", sign: "plus", count: all.length, sum }],
    count: all.length,
    sum,
    items: second ? all.slice(3) : all.slice(0, 3),
    next: second || empty ? null : "more",
  };
  return ok(view);
}
