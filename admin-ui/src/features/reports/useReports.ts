import { useInfiniteQuery, useQuery } from "@tanstack/vue-query";
import { computed, type Ref } from "vue";
import { api, type Output } from "@/api/client";
import { useFormat } from "@/composables/useFormat";

export type ReportRun = Output<"POST /api/reports">;
export const KINDS = ["daily", "weekly", "monthly", "agents"] as const;
export type Kind = (typeof KINDS)[number];

/** Reports that were made, the newest first. */
export function useReports(kind: Ref<string>) {
  return useInfiniteQuery({
    queryKey: computed(() => ["reports", kind.value] as const),
    queryFn: ({ pageParam, signal }) =>
      api(
        "GET /api/reports",
        { query: { limit: 25, ...(isKind(kind.value) ? { kind: kind.value } : {}), ...(pageParam === "" ? {} : { cursor: pageParam }) } },
        signal,
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
}

/** One report in the reader's language; nothing while none is chosen. */
export function useReport(id: Ref<string | undefined>) {
  const { lang } = useFormat();
  return useQuery({
    queryKey: computed(() => ["report", id.value, lang.value] as const),
    queryFn: ({ signal }) => api("GET /api/reports/:id", { params: { id: id.value ?? "" }, query: { lang: lang.value } }, signal),
    enabled: computed(() => id.value !== undefined),
    // What a report says never changes.
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function isKind(text: string): text is Kind {
  return (KINDS as readonly string[]).includes(text);
}
