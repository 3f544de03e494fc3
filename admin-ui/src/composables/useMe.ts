import { queryOptions, useQuery } from "@tanstack/vue-query";
import { computed } from "vue";
import { api } from "@/api/client";
import { queryClient } from "@/api/query";
import type { Me } from "@/api/types";

/** Who is signed in. Roles are re-read by the server each minute, so the panel asks again at the same pace. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: ({ signal }) => api("GET /api/session", {}, signal),
  staleTime: 60_000,
  refetchInterval: 60_000,
  meta: { quiet: true },
});

export function useMe() {
  const { data, error, refetch } = useQuery({ ...meQuery, enabled: false }, queryClient);
  const me = computed<Me | undefined>(() => data.value);
  const role = computed(() => me.value?.role);
  return {
    me,
    error,
    refetch,
    role,
    isAdmin: computed(() => role.value === "administrator"),
    /** May record payments. */
    canWork: computed(() => role.value === "administrator" || role.value === "agent"),
    /** May read the journal: the compliance role, and administrators. */
    canAudit: computed(() => role.value === "administrator" || role.value === "compliance"),
  };
}
