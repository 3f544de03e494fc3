import type { CutValuesView, DebtorFiguresView, FilteredFiguresView } from "../../../../server/contract/kpis/cuts.contract.js";
import { OVERVIEW_AGES } from "./stub-overview.js";
import { FIGURES } from "./stub-figures.js";

const NAMES: Readonly<Record<string, string>> = {
  customer_type: "customer type",
  stage: "stage",
  segment: "segment",
  template: "template",
};
const named = (code: string) => ({ code, name: NAMES[code] ?? code });

/** People and companies, stages and segments; templates are told of attempts. */
export function cutValuesOf(query: URLSearchParams): CutValuesView {
  const dimension = query.get("dimension");
  const dimensions = Object.keys(NAMES).map(named);
  if (dimension === null) return { dimensions, of: null, values: [], more: 0 };
  const values: Readonly<Record<string, CutValuesView["values"]>> = {
    customer_type: [
      { value: "person", name: null, n: 4_598 },
      { value: "company", name: null, n: 312 },
      { value: null, name: null, n: 8 },
    ],
    segment: [{ value: "vip", name: "Clientes VIP", n: 40 }],
    template: [{ value: "payment_due_v3", name: null, n: 900 }],
  };
  return {
    dimensions,
    of: dimension === "template" ? "attempts" : "debts",
    values: values[dimension] ?? [{ value: "d1_30", name: null, n: 900 }],
    more: 0,
  };
}

/** Each figure that was asked for; what is made by no plain sum cannot be cut. */
export function filteredOf(query: URLSearchParams): FilteredFiguresView {
  const ids = (query.get("ids") ?? "").split(",");
  const where = (query.get("where") ?? "").split(",").map((part) => {
    const [code = "", values = ""] = part.split(":");
    return { dimension: named(code), values: values.split("|") };
  });
  return {
    ...FIGURES,
    where,
    figures: FIGURES.figures
      .filter(({ id }) => ids.includes(id))
      .map((figure) => {
        const uncut = !/^(recovery.period|contact|promises.kept)/.test(figure.id);
        return { ...figure, values: uncut ? [] : figure.values, notBy: uncut ? where.map(({ dimension }) => dimension) : [] };
      }),
  };
}

/** What is left of what is owed: a tenth. */
export function agesOf(query: URLSearchParams) {
  if (query.get("where") === null) return OVERVIEW_AGES;
  const part = (n: number) => Math.round(n / 10);
  return {
    ...OVERVIEW_AGES,
    currencies: OVERVIEW_AGES.currencies.map((one) => ({
      ...one,
      debts: part(one.debts),
      balanceMinor: part(one.balanceMinor),
      stages: one.stages.map((stage) => ({ ...stage, debts: part(stage.debts), balanceMinor: part(stage.balanceMinor) })),
    })),
  };
}

/** A debtor who answers more often than others, and pays less. */
export const DEBTOR_FIGURES: DebtorFiguresView = {
  from: "2026-08-28",
  to: "2026-11-25",
  zone: FIGURES.zone,
  asOf: FIGURES.asOf,
  segment: { key: "d31_90", name: null },
  figures: ["recovery.period", "contact.successful.attempts"].flatMap((id, index) => {
    const figure = FIGURES.figures.find((one) => one.id === id)!;
    const [value] = figure.values;
    return [
      {
        id,
        name: ["Recovery rate", "Successful contact"][index]!,
        unit: "percent" as const,
        own: { ...value!, text: ["0.0", "50.0"][index]!, numerator: "2", denominator: "4", n: 4 },
        segment: value!,
      },
    ];
  }),
};
