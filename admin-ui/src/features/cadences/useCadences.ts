import { useQuery } from "@tanstack/vue-query";
import { computed, type Ref } from "vue";
import { api } from "@/api/client";
import { useFormat } from "@/composables/useFormat";

export type Of = "draft" | "published";

export function useCadences() {
  const { lang } = useFormat();
  return useQuery({
    queryKey: computed(() => ["cadences", lang.value] as const),
    queryFn: ({ signal }) => api("GET /api/cadences", { query: { lang: lang.value } }, signal),
  });
}

export function useCadence(id: Ref<string>) {
  const { lang } = useFormat();
  return useQuery({
    queryKey: computed(() => ["cadence", id.value, lang.value] as const),
    queryFn: ({ signal }) => api("GET /api/cadences/:id", { params: { id: id.value }, query: { lang: lang.value } }, signal),
  });
}

/** Read again when the draft was saved: `revision` is part of the key. */
export function useSimulation(id: Ref<string>, of: Ref<Of>, revision: Ref<number>, enabled: Ref<boolean>) {
  return useQuery({
    queryKey: computed(() => ["cadence-simulation", id.value, of.value, revision.value] as const),
    queryFn: ({ signal }) => api("GET /api/cadences/:id/simulation", { params: { id: id.value }, query: { of: of.value } }, signal),
    // The bars stay while the next ones are counted.
    placeholderData: (earlier) => earlier,
    staleTime: 60_000,
    enabled,
  });
}

export function useVersions(id: Ref<string>) {
  const { lang } = useFormat();
  return useQuery({
    queryKey: computed(() => ["cadence-versions", id.value, lang.value] as const),
    queryFn: ({ signal }) => api("GET /api/cadences/:id/versions", { params: { id: id.value }, query: { lang: lang.value } }, signal),
  });
}
