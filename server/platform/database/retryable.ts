/** Deadlock, lock-wait timeout, record changed since read (MariaDB): the whole transaction is run again. */
const RETRYABLE = new Set([1213, 1205, 1020]);

export function isRetryable(error: unknown): boolean {
  const seen = error as { errno?: unknown; cause?: { errno?: unknown }; previous?: { errno?: unknown } };
  return RETRYABLE.has(Number(seen?.errno ?? seen?.cause?.errno ?? seen?.previous?.errno ?? 0));
}
