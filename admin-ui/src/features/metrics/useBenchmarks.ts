import { useQuery } from "@tanstack/vue-query";
import { computed } from "vue";
import { api, type Output } from "@/api/client";
import { useFormat } from "@/composables/useFormat";

export type Benchmark = Output<"GET /api/benchmarks">["items"][number];

/** What others reach, and how this month stands to it. */
export function useBenchmarks() {
  const { lang } = useFormat();
  return useQuery({
    queryKey: computed(() => ["benchmarks", lang.value] as const),
    queryFn: ({ signal }) => api("GET /api/benchmarks", { query: { lang: lang.value } }, signal),
    staleTime: 60_000,
    placeholderData: (earlier) => earlier,
  });
}
