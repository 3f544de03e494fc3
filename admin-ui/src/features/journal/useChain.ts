import { useQuery } from "@tanstack/vue-query";
import { computed } from "vue";
import { api } from "@/api/client";
import { queryClient } from "@/api/query";

export interface ChainVerdict {
  readonly ok: boolean;
  readonly records: number;
  readonly badSeq: number | null;
  /** Code of what is wrong. */
  readonly problem: string | null;
  readonly at: string;
  readonly by: string;
}

/** Codes of findings by what they mean to a reader. */
const MEANING: Readonly<Record<string, readonly string[]>> = {
  missing: ["gap", "cut_tail", "wrong_total", "no_trailer"],
  moved: ["swapped", "out_of_order", "broken_link"],
  signature: ["wrong_signature", "unknown_key"],
};

export function meaningOf(problem: string | null): string {
  return Object.keys(MEANING).find((group) => MEANING[group]?.includes(problem ?? "")) ?? "altered";
}

/** The last verdict on the chain, whoever asked for it: each verification is itself a record. `check` recomputes everything. */
export function useChain() {
  const check = useQuery({
    queryKey: ["verify"],
    queryFn: async ({ signal }) => {
      const result = await api("GET /api/journal/verify", {}, signal);
      await queryClient.invalidateQueries({ queryKey: LAST });
      return result;
    },
    enabled: false,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const last = useQuery({
    queryKey: LAST,
    queryFn: ({ signal }) => api("GET /api/journal", { query: { type: "journal.verified", limit: 1 } }, signal),
  });
  const verdict = computed<ChainVerdict | undefined>(() => {
    const record = last.data.value?.items[0];
    if (!record) return undefined;
    const { ok, records, badSeq, problem } = record.payload;
    return {
      ok: ok === true,
      records: Number(records ?? 0),
      badSeq: typeof badSeq === "number" ? badSeq : null,
      problem: typeof problem === "string" ? problem : null,
      at: record.at,
      by: record.actor,
    };
  });
  return { check, verdict };
}

const LAST = ["last-verdict"];
