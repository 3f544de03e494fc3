import { MINUTE, SECOND } from "../../../shared/instant.js";

/** The helpdesk is asked five times over three quarters of an hour; then somebody has to look. */
const PAUSES = [15 * SECOND, MINUTE, 10 * MINUTE, 30 * MINUTE] as const;

/** Pause in ms after the given number of failed attempts; null: no further one. */
export function pauseAfter(attempts: number): number | null {
  return PAUSES[attempts - 1] ?? null;
}
