import { computed } from "vue";
import { useMe } from "@/composables/useMe";

/** The helpdesk's number of whoever is signed in; undefined until that is known. */
export function useMyId() {
  const { me } = useMe();
  return computed(() => me.value?.hostUserId);
}
