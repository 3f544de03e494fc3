import { computed } from "vue";
import { ISO_4217 } from "@shared/iso-4217.js";
import { useChoices } from "./useChoices";

/** Currencies to choose from: those of the account's debts, the most used first, then every other that there is. */
export function useCurrencies() {
  const choices = useChoices();
  return computed(() => {
    const own = choices.value?.currencies ?? [];
    return [...new Set([...own, ...[...ISO_4217.keys()].toSorted()])].map((value) => ({ value, label: value }));
  });
}
