import type { Instant } from "../../shared/instant.js";

/** Ruby's `to_i` of a time or nil. */
export function unix(instant: Instant | null): number {
  return instant === null ? 0 : Math.floor(instant / 1000);
}

/** Ruby's `to_f` of a time. */
export function unixFloat(instant: Instant): number {
  return instant / 1000;
}
