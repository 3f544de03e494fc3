import { useQuery } from "@tanstack/vue-query";
import { computed } from "vue";
import { api } from "@/api/client";
import { useFormat } from "@/composables/useFormat";

/** How every figure is made, in the reader's language. It changes with a release and not before. */
export function useDefinitions() {
  const { lang } = useFormat();
  return useQuery({
    queryKey: computed(() => ["metrics", lang.value] as const),
    queryFn: ({ signal }) => api("GET /api/metrics", { query: { lang: lang.value } }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (earlier) => earlier,
  });
}
