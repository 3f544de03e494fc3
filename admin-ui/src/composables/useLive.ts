import { onScopeDispose, ref } from "vue";
import { addressOf } from "@/api/client";
import { queryClient } from "@/api/query";
import { serverNow } from "./serverClock";

const SETTLE = 250;
const POLL = 10_000;
/** The server ends each stream after some minutes and the browser opens it again: only a longer silence is a loss. */
const GRACE = 5_000;

/**
 * Keeps the page in step with the journal: each `journal` event makes everything on screen be read again (events that come
 * together cause one reading). While the stream is down the page polls every 10 s and `lostAt` says since when.
 */
export function useLive() {
  const lostAt = ref<number | undefined>();
  let stream: EventSource | undefined;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let missing: ReturnType<typeof setTimeout> | undefined;
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
    stream.addEventListener("open", recovered);
    stream.addEventListener("error", () => {
      const at = serverNow();
      missing ??= setTimeout(() => lost(at), GRACE);
    });
  }

  function recovered(): void {
    if (missing !== undefined) refresh();
    clearTimeout(missing);
    clearInterval(polling);
    missing = undefined;
    polling = undefined;
    lostAt.value = undefined;
  }

  function lost(at: number): void {
    lostAt.value = at;
    refresh();
    polling ??= setInterval(() => {
      refresh();
      // The browser reconnects by itself only after a broken line, not after a refusal.
      if (stream?.readyState === EventSource.CLOSED) connect();
    }, POLL);
  }

  connect();
  onScopeDispose(() => {
    stream?.close();
    clearTimeout(settling);
    clearTimeout(missing);
    clearInterval(polling);
  });
  function reconnect(): void {
    connect();
    refresh();
  }
  return { lostAt, reconnect };
}
