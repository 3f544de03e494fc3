import { invalid } from "../../../../shared/errors.js";
import type { Instant } from "../../../../shared/instant.js";

/**
 * The instant a reader asks for, as the contract lets it in.
 * @param asOf ISO 8601 UTC; now where it is left out
 * @throws DomainError `figures.in_the_future`
 */
export function askedInstant(asOf: string | undefined, now: Instant): Instant {
  const at = asOf === undefined ? now : Date.parse(asOf);
  if (at <= now) return at;
  throw invalid("figures.in_the_future", "That instant has not come yet.", { field: "asOf", remedy: "Name one that has passed." });
}
