import { useInfiniteQuery, useQuery } from "@tanstack/vue-query";
import { computed } from "vue";
import { api, type Output } from "@/api/client";
import { useFormat } from "@/composables/useFormat";

export type Alert = Output<"GET /api/alerts">["items"][number];
export type AlertRule = Output<"GET /api/alerts/rules">["rules"][number];

/** Figures beyond their threshold, those nobody has taken up first. */
export function useOpenAlerts() {
  const { lang } = useFormat();
  return useQuery({
    queryKey: computed(() => ["alerts", "open", lang.value] as const),
    queryFn: ({ signal }) => api("GET /api/alerts", { query: { lang: lang.value } }, signal),
    placeholderData: (earlier) => earlier,
  });
}

/** Those that have ended, the newest first. */
export function usePastAlerts() {
  const { lang } = useFormat();
  return useInfiniteQuery({
    queryKey: computed(() => ["alerts", "past", lang.value] as const),
    queryFn: ({ pageParam, signal }) =>
      api("GET /api/alerts/past", { query: { limit: 10, lang: lang.value, ...(pageParam === "" ? {} : { cursor: pageParam }) } }, signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
}

/** When a figure calls somebody. */
export function useAlertRules() {
  const { lang } = useFormat();
  return useQuery({
    queryKey: computed(() => ["alerts", "rules", lang.value] as const),
    queryFn: ({ signal }) => api("GET /api/alerts/rules", { query: { lang: lang.value } }, signal),
    placeholderData: (earlier) => earlier,
  });
}
