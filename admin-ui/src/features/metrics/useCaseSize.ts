import { toValue } from "vue";
import type { FigureCases } from "@/api/types";
import { useFormat } from "@/composables/useFormat";
import { useMetricText } from "./useMetricText";

/** What a case or all of them add, as the reader writes it: amounts of their currency, days, or how many. */
export function useCaseSize(view: () => Pick<FigureCases, "kind" | "currency">) {
  const { money, figure, number } = useFormat();
  const { shown } = useMetricText();
  const size = (whole: string, bare = false): string => {
    const { kind, currency } = toValue(view);
    if (kind === "money" && currency !== null) return (bare ? figure : money)({ minor: Number(whole), currency });
    return kind === "days" ? shown(whole, "days", null) : number(Number(whole));
  };
  return { size };
}
