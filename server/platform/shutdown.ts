import type { Logger } from "./observability/logger.js";

/** What is in flight has ended by then (sending gives a request ten seconds), or hangs. */
const LONGEST_END_MS = 30_000;

/** A process that was told to end and cannot, because something it waits for never comes, ends all the same and says so. */
export function endInTime(logger: Logger, ms = LONGEST_END_MS): void {
  const end = () =>
    void setTimeout(() => {
      logger.error("shutdown.late", { ms });
      process.exit(1);
    }, ms).unref();
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
}
