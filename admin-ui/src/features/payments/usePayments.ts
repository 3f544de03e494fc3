import { useInfiniteQuery } from "@tanstack/vue-query";
import { computed, type Ref } from "vue";
import { api, type Input } from "@/api/client";

export const SHOWN = ["unidentified", "overpaid", "reversed"] as const;
export type Shown = (typeof SHOWN)[number] | "";

/** Payments of the account, newest first. */
export function usePayments(shown: Ref<Shown>) {
  const list = useInfiniteQuery({
    queryKey: computed(() => ["payments", shown.value] as const),
    queryFn: ({ pageParam, signal }) => {
      const query: NonNullable<Input<"GET /api/payments">["query"]> = { limit: 50 };
      if (shown.value !== "") query.status = shown.value;
      if (pageParam !== "") query.cursor = pageParam;
      return api("GET /api/payments", { query }, signal);
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: (earlier) => earlier,
  });
  return { list, rows: computed(() => list.data.value?.pages.flatMap(({ items }) => items) ?? []) };
}
