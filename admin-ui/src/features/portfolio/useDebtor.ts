import { useInfiniteQuery, useQuery } from "@tanstack/vue-query";
import { computed, type Ref } from "vue";
import { useI18n } from "vue-i18n";
import { api, type Input } from "@/api/client";

export const KINDS = ["message", "decision", "money", "note"] as const;
export type TimelineKind = (typeof KINDS)[number] | "";

export function useDebtor(id: Ref<string>) {
  return useQuery({
    queryKey: computed(() => ["debtor", id.value] as const),
    queryFn: ({ signal }) => api("GET /api/debtors/:id", { params: { id: id.value } }, signal),
    enabled: computed(() => id.value !== ""),
  });
}

/** May we write, when, why not, and what happens next; sentences in the reader's language. */
export function useOutlook(id: Ref<string>) {
  const { locale } = useI18n();
  return useQuery({
    queryKey: computed(() => ["outlook", id.value, locale.value] as const),
    queryFn: ({ signal }) => api("GET /api/debtors/:id/outlook", { params: { id: id.value }, query: { lang: locale.value } }, signal),
    enabled: computed(() => id.value !== ""),
  });
}

export function useTimeline(id: Ref<string>, kind: Ref<TimelineKind>, limit: number) {
  const { locale } = useI18n();
  return useInfiniteQuery({
    queryKey: computed(() => ["timeline", id.value, locale.value, kind.value, limit] as const),
    queryFn: ({ pageParam, signal }) => {
      const query: NonNullable<Input<"GET /api/debtors/:id/timeline">["query"]> = { lang: locale.value, limit };
      if (kind.value !== "") query.kind = kind.value;
      if (pageParam !== "") query.cursor = pageParam;
      return api("GET /api/debtors/:id/timeline", { params: { id: id.value }, query }, signal);
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: (earlier) => earlier,
  });
}
