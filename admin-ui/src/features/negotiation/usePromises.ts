import { useQuery } from "@tanstack/vue-query";
import { computed, type Ref } from "vue";
import { api } from "@/api/client";
import type { PromiseState } from "@/api/types";

export function usePromises(debtorId: Ref<string>) {
  return useQuery({
    queryKey: computed(() => ["promises", debtorId.value] as const),
    queryFn: ({ signal }) => api("GET /api/debtors/:id/promises", { params: { id: debtorId.value } }, signal),
    enabled: computed(() => debtorId.value !== ""),
  });
}

export const PROMISE_TONE: Record<PromiseState, "ok" | "warn" | "bad" | "info" | "line"> = {
  active: "info",
  kept: "ok",
  partially_kept: "warn",
  broken: "bad",
  superseded: "line",
  cancelled: "line",
};
