import { useInfiniteQuery, useQuery } from "@tanstack/vue-query";
import { computed } from "vue";
import { api } from "@/api/client";

const LIMIT = 50;

/** Numbers that the files name for more than one debtor. */
export function useSharedNumbers() {
  const list = useInfiniteQuery({
    queryKey: ["shared-numbers"],
    queryFn: ({ pageParam, signal }) =>
      api("GET /api/shared-numbers", { query: pageParam === "" ? { limit: LIMIT } : { limit: LIMIT, cursor: pageParam } }, signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
  return { list, rows: computed(() => list.data.value?.pages.flatMap(({ items }) => items) ?? []) };
}

/** How many of them are used for nobody; `more` when that is only the first page's count. */
export function useOpenNumbers() {
  const query = useQuery({
    queryKey: ["shared-numbers", "open"],
    queryFn: ({ signal }) => api("GET /api/shared-numbers", { query: { limit: 200 } }, signal),
  });
  return {
    query,
    open: computed(() => query.data.value?.items.filter(({ assignedTo }) => assignedTo === null).length ?? 0),
    more: computed(() => (query.data.value?.next ?? null) !== null),
  };
}
