import { useInfiniteQuery, useQuery } from "@tanstack/vue-query";
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

/** What one debtor has in hand. */
export function useDebtorCredit(debtorId: Ref<string>) {
  return useQuery({
    queryKey: computed(() => ["payments", "credit", debtorId.value] as const),
    queryFn: ({ signal }) => api("GET /api/debtors/:id/credit", { params: { id: debtorId.value } }, signal),
  });
}

/** What one debtor paid, the latest hundred of it. */
export function useDebtorPayments(debtorId: Ref<string>) {
  return useQuery({
    queryKey: computed(() => ["payments", "debtor", debtorId.value] as const),
    queryFn: ({ signal }) => api("GET /api/payments", { query: { debtor: debtorId.value, limit: 100 } }, signal),
  });
}
