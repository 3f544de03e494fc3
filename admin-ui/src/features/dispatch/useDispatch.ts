import { useQuery } from "@tanstack/vue-query";
import { computed } from "vue";
import { api } from "@/api/client";

const SOON = 10_000;

export type SendingState = "on" | "off" | "stopped";

/** Settings of the account; the dispatch switch is one of them. */
export function useAccount() {
  return useQuery({
    queryKey: ["account"],
    queryFn: ({ signal }) => api("GET /api/account", {}, signal),
    // Reading to the end leaves no record in the journal, so the page looks by itself.
    refetchInterval: ({ state }) => (state.data?.hearing.unreadSince ? SOON : false),
  });
}

export function useDispatch() {
  const account = useAccount();
  const dispatch = computed(() => account.data.value?.dispatch);
  const state = computed<SendingState | undefined>(() => {
    if (!dispatch.value) return undefined;
    if (dispatch.value.stopped) return "stopped";
    return dispatch.value.enabled ? "on" : "off";
  });
  return { state, dispatch };
}
