import type { Config } from "../../../platform/config/config.js";
import { MINUTE } from "../../../shared/instant.js";

/** How often a helpdesk is read, and after how long without it nothing is believed any more. */
export function readingTimes(config: Pick<Config, "pollMs">): { readonly everyMs: number; readonly staleMs: number } {
  const everyMs = Math.max(MINUTE, config.pollMs);
  return { everyMs, staleMs: 5 * everyMs };
}
