/** Epoch milliseconds, UTC. The only form in which an instant is stored or passed inside the server. */
export type Instant = number;

export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

/** ISO 8601 with milliseconds and `Z`; the form used at the border. */
export function toIso(instant: Instant): string {
  return new Date(instant).toISOString();
}

/** `null` stays `null`: most rows have instants that have not come yet. */
export function toIsoOrNull(instant: Instant | null | undefined): string | null {
  return instant === null || instant === undefined ? null : toIso(instant);
}
