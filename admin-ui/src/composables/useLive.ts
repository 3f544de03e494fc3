import { onScopeDispose, ref } from "vue";
import { addressOf } from "@/api/client";
import { queryClient } from "@/api/query";
import { serverNow } from "./serverClock";

const SETTLE = 250;
const POLL = 10_000;
/** What no record of the journal changes. */
const STEADY: ReadonlySet<string> = new Set(["me", "verify", "names", "embedding"]);
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
  let reading = false;
  let again = false;
  let ended = false;
  let missing: ReturnType<typeof setTimeout> | undefined;
  let polling: ReturnType<typeof setInterval> | undefined;

  /** While a dispatch runs, events never pause: the wait starts with the first of them, and one reading ends before the next begins. */
  function refresh(): void {
    if (reading) again = true;
    else settling ??= setTimeout(() => void read(), SETTLE);
  }

  async function read(): Promise<void> {
    settling = undefined;
    reading = true;
    again = false;
    await queryClient.invalidateQueries({ predicate: ({ queryKey }) => !STEADY.has(String(queryKey[0])) });
    reading = false;
    if (again && !ended) refresh();
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
    ended = true;
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
