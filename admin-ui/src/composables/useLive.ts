import { onScopeDispose, ref } from "vue";
import { addressOf } from "@/api/client";
import { queryClient } from "@/api/query";
import { serverNow } from "./serverClock";

const SETTLE = 250;
const POLL = 10_000;

/**
 * Keeps the page in step with the journal: each `journal` event makes everything on screen be read again (events that come
 * together cause one reading). While the stream is down the page polls every 10 s and `lostAt` says since when.
 */
export function useLive() {
  const lostAt = ref<number | undefined>();
  let stream: EventSource | undefined;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let polling: ReturnType<typeof setInterval> | undefined;

  function refresh(): void {
    clearTimeout(settling);
    settling = setTimeout(
      () => void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "me" && queryKey[0] !== "verify" }),
      SETTLE,
    );
  }

  function connect(): void {
    stream?.close();
    stream = new EventSource(addressOf("GET /api/live"), { withCredentials: true });
    stream.addEventListener("journal", refresh);
    stream.addEventListener("open", () => {
      if (lostAt.value !== undefined) refresh();
      lostAt.value = undefined;
      clearInterval(polling);
      polling = undefined;
    });
    stream.addEventListener("error", () => {
      lostAt.value ??= serverNow();
      polling ??= setInterval(() => {
        refresh();
        // The browser reconnects by itself only after a broken line, not after a refusal.
        if (stream?.readyState === EventSource.CLOSED) connect();
      }, POLL);
    });
  }

  connect();
  onScopeDispose(() => {
    stream?.close();
    clearTimeout(settling);
    clearInterval(polling);
  });
  return { lostAt, reconnect: () => (connect(), refresh()) };
}
