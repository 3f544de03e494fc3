import { useQuery } from "@tanstack/vue-query";
import { computed } from "vue";
import { api } from "@/api/client";
import { useFormat } from "@/composables/useFormat";

/** The figures of this month so far, in the reader's language. Live: they are asked for anew when something happens. */
export function useFigures() {
  const { lang } = useFormat();
  return useQuery({
    queryKey: computed(() => ["figures", lang.value] as const),
    queryFn: ({ signal }) => api("GET /api/figures", { query: { lang: lang.value } }, signal),
    staleTime: 60_000,
    placeholderData: (earlier) => earlier,
  });
}
