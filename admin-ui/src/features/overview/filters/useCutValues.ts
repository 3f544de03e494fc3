import { useQuery } from "@tanstack/vue-query";
import { computed } from "vue";
import { api } from "@/api/client";
import { useFormat } from "@/composables/useFormat";
import type { Filters } from "../useFilters";

/** By what figures are filtered, and the values of one dimension that there are. @param dimension undefined: the dimensions alone */
export function useCutValues(
  filters: Filters,
  dimension: () => string | undefined,
  currency: () => string | undefined,
  wanted: () => boolean,
) {
  const { lang } = useFormat();
  const { days, asOf } = filters;
  const asked = computed(() => {
    const [named, code] = [dimension(), currency()];
    if (named === undefined) return {};
    return {
      dimension: named,
      ...days.value,
      ...(asOf.value === undefined ? {} : { asOf: asOf.value }),
      ...(code === undefined ? {} : { currency: code }),
    };
  });
  return useQuery({
    queryKey: computed(() => ["overview", "filters", lang.value, asked.value] as const),
    queryFn: ({ signal }) => api("GET /api/figures/filters", { query: { ...asked.value, lang: lang.value } }, signal),
    enabled: computed(wanted),
    staleTime: 60_000,
  });
}
