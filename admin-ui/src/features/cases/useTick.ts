import { onScopeDispose, ref } from "vue";
import { serverNow } from "@/composables/serverClock";

/** One timer a page, whatever ticks on it. */
const now = ref(serverNow());
let users = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** Epoch milliseconds by the server's clock, to the second. */
export function useTick() {
  users += 1;
  now.value = serverNow();
  timer ??= setInterval(() => (now.value = serverNow()), 1_000);
  onScopeDispose(() => {
    users -= 1;
    if (users > 0) return;
    clearInterval(timer);
    timer = undefined;
  });
  return now;
}
