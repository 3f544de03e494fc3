import { useQuery } from "@tanstack/vue-query";
import { computed } from "vue";
import { api, type Output } from "@/api/client";
import { useFilters } from "../useFilters";

export type LaggingGroup = Output<"GET /api/diagnosis/contact">["suspects"][number]["groups"][number];

/** Why few attempts are answered, of the days and the instant in the address. */
export function useContactDiagnosis() {
  const { days, asOf } = useFilters();
  const query = computed(() => ({ ...days.value, ...(asOf.value === undefined ? {} : { asOf: asOf.value }) }));
  return useQuery({
    queryKey: computed(() => ["overview", "contact", query.value] as const),
    queryFn: ({ signal }) => api("GET /api/diagnosis/contact", { query: query.value }, signal),
    placeholderData: (earlier) => earlier,
  });
}
