import { computed, provide } from "vue";
import { useI18n } from "vue-i18n";
import { useFormat } from "@/composables/useFormat";
import { CARD_LINES } from "./useCardFiles";
import { useChipText } from "./filters/useChipText";
import type { Filters } from "./useFilters";
import type { Overview } from "./useOverview";
import { useWords } from "./useWords";

/** Tells the files of the cards by which filters, in which zone and as of when they are. */
export function useCardLines(filters: Filters, { currency, today }: Overview): void {
  const { days, asOf } = filters;
  const { t } = useI18n();
  const chips = useChipText(filters, () => currency.value);
  const { date, time, zone } = useFormat();
  const { period } = useWords();
  const lines = computed(() => {
    const at = asOf.value ?? today.data.value?.asOf;
    return [
      t("overview.file.filters", { period: period(days.value), currency: currency.value ?? "–" }),
      ...(chips.value.length === 0
        ? []
        : [t("overview.filter.line", { what: chips.value.map(({ name, text }) => `${name} ${text}`).join("; ") })]),
      ...(at === undefined ? [] : [t("overview.file.asOf", { time: `${date(at)}, ${time(at)}`, zone: zone.value })]),
    ];
  });
  provide(CARD_LINES, () => lines.value);
}
