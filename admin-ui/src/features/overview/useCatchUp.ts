import { onScopeDispose, type Ref, watch } from "vue";
import { queryClient } from "@/api/query";

/** What is put on record is in the numbers about a second later. */
const SOON = 1_200;
const TRIES = 3;

/**
 * Reads the overview again where the numbers had not taken in the newest records yet: an event is told to the page before it is in them.
 * A few times at most; what stays missing is of no kind that is counted here, or a rebuild that takes its time.
 * @param readAt when the numbers were read last @param whole whether nothing was missing then
 */
export function useCatchUp(readAt: Ref<number>, whole: () => boolean): void {
  let tries = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  watch(readAt, () => {
    clearTimeout(waiting);
    if (whole() || tries === TRIES) {
      tries = 0;
      return;
    }
    tries++;
    waiting = setTimeout(() => void queryClient.invalidateQueries({ queryKey: ["overview"] }), SOON);
  });
  onScopeDispose(() => clearTimeout(waiting));
}
