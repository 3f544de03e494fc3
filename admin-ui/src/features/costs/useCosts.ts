import { useInfiniteQuery, useQuery } from "@tanstack/vue-query";
import { computed, type Ref } from "vue";
import { api } from "@/api/client";
import { useFormat } from "@/composables/useFormat";

/** What collecting cost and brought back, in one currency; the server chooses where none is asked for. */
export function useCosts(currency: Ref<string | undefined>) {
  const { lang } = useFormat();
  return useQuery({
    queryKey: computed(() => ["costs", lang.value, currency.value ?? ""] as const),
    queryFn: ({ signal }) => api("GET /api/costs", { query: { lang: lang.value, currency: currency.value } }, signal),
    staleTime: 60_000,
    placeholderData: (earlier) => earlier,
  });
}

/** A month by cadence or stage. */
export function useCostSplit(by: Ref<"cadence" | "stage">, currency: Ref<string>, month: Ref<string>) {
  return useQuery({
    queryKey: computed(() => ["costs", "split", by.value, currency.value, month.value] as const),
    queryFn: ({ signal }) => api("GET /api/costs/split", { query: { by: by.value, currency: currency.value, month: month.value } }, signal),
    staleTime: 60_000,
    placeholderData: (earlier) => earlier,
  });
}

const ENTRIES = 10;

/** The ledger, newest first. */
export function useCostEntries() {
  const list = useInfiniteQuery({
    queryKey: ["costs", "entries"],
    queryFn: ({ pageParam, signal }) => api("GET /api/costs/entries", { query: { limit: ENTRIES, cursor: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 60_000,
  });
  return { list, rows: computed(() => list.data.value?.pages.flatMap(({ items }) => items) ?? []) };
}

const RATES = 20;

/** The rate table, the last entered first. */
export function useRates() {
  const list = useInfiniteQuery({
    queryKey: ["costs", "rates"],
    queryFn: ({ pageParam, signal }) => api("GET /api/rates", { query: { limit: RATES, cursor: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 60_000,
  });
  return { list, rows: computed(() => list.data.value?.pages.flatMap(({ items }) => items) ?? []) };
}

export function usePrices() {
  return useQuery({ queryKey: ["costs", "prices"], queryFn: ({ signal }) => api("GET /api/prices", {}, signal), staleTime: 60_000 });
}
