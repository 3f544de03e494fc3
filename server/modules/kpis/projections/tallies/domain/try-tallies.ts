import type { Instant } from "../../../../../shared/instant.js";
import type { TriedContact } from "../../contacts/domain/contact-tries.js";
import type { DayTally } from "./day-tally.js";

/** What an attempt adds to those of its day, each part since it was known. An answer proves that it arrived and was read. */
export function talliesOfTry({ made, delivered, read, failed, answered }: TriedContact): DayTally[] {
  if (!made) return [];
  const known = (measure: DayTally["measure"], ...any: readonly ({ readonly recorded: Instant } | null)[]): DayTally[] => {
    const since = any.flatMap((moment) => (moment ? [moment.recorded] : []));
    if (since.length === 0) return [];
    // Before the attempt is known, nothing that came of it counts.
    return [{ measure, currency: "", day: made.day, recordedAt: Math.max(made.recorded, Math.min(...since)), total: 1 }];
  };
  return [
    ...known("attempts.made", made),
    ...known("attempts.delivered", delivered, answered),
    ...known("attempts.read", read, answered),
    ...known("attempts.failed", failed),
    ...known("attempts.answered", answered),
  ];
}

/** What is different in the days after an attempt became another. */
export function talliesOfChange(before: TriedContact | null, after: TriedContact): DayTally[] {
  const gone = before ? talliesOfTry(before).map((tally) => ({ ...tally, total: -tally.total })) : [];
  return [...gone, ...talliesOfTry(after)];
}
