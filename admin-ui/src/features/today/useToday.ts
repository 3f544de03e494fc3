import { useInfiniteQuery, useQuery } from "@tanstack/vue-query";
import { computed, type Ref } from "vue";
import { useI18n } from "vue-i18n";
import { api, type Input } from "@/api/client";
import type { Today } from "@/api/types";

export const FILTERS = ["allowed", "later", "denied", "sent", "answered", "failed"] as const;
export type Filter = (typeof FILTERS)[number] | "";

/** Today's rows, page by page; the counts are of the newest page read. */
export function useToday(filter: Ref<Filter>, rule: Ref<string>) {
  const { locale } = useI18n();
  const query = useInfiniteQuery({
    queryKey: computed(() => ["today", locale.value, filter.value, rule.value] as const),
    queryFn: ({ pageParam, signal }): Promise<Today> => {
      const ask: NonNullable<Input<"GET /api/today">["query"]> = { lang: locale.value, limit: 100 };
      if (filter.value !== "") ask.state = filter.value;
      if (rule.value !== "") ask.rule = rule.value;
      if (pageParam !== "") ask.cursor = pageParam;
      return api("GET /api/today", { query: ask }, signal);
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    // The strip and the side cards keep their numbers while another filter is read.
    placeholderData: (earlier) => earlier,
  });
  return {
    query,
    summary: computed(() => query.data.value?.pages.at(-1)),
    rows: computed(() => query.data.value?.pages.flatMap(({ items }) => items) ?? []),
  };
}

/** Conversations that wait for a person. */
export function useAttention() {
  const { locale } = useI18n();
  return useQuery({
    queryKey: computed(() => ["attention", locale.value] as const),
    queryFn: ({ signal }) => api("GET /api/attention", { query: { lang: locale.value } }, signal),
  });
}
