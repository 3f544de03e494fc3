import { HOUR, type Instant } from "../../../../../shared/instant.js";
import { type BusinessHours, workingTime } from "../arithmetic/business-clock.js";

/** Working time until the first answer, and time on the wall until it is resolved. */
export const ANSWER_TARGET = 4 * HOUR;
export const RESOLUTION_TARGET = 24 * HOUR;

export interface Inquiry {
  readonly receivedAt: Instant;
  readonly answeredAt: Instant | null;
  readonly resolvedAt: Instant | null;
}

/** `open`: its time is not up, so it is neither in time nor late. */
export type Timeliness = "in_time" | "late" | "open";

export interface InquiryWait {
  /** Milliseconds of working time until the answer; `null` while there is none. */
  readonly wait: number | null;
  readonly answered: Timeliness;
  readonly resolved: Timeliness;
}

export function inquiryWait({ receivedAt, answeredAt, resolvedAt }: Inquiry, calendar: BusinessHours, now: Instant): InquiryWait {
  const worked = workingTime(calendar, receivedAt, answeredAt ?? now);
  return {
    wait: answeredAt === null ? null : worked,
    answered: timeliness(answeredAt !== null, worked <= ANSWER_TARGET),
    resolved: timeliness(resolvedAt !== null, (resolvedAt ?? now) - receivedAt <= RESOLUTION_TARGET),
  };
}

function timeliness(done: boolean, inside: boolean): Timeliness {
  if (!inside) return "late";
  return done ? "in_time" : "open";
}
