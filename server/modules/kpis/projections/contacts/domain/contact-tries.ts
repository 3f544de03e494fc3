import type { CalendarDate } from "../../../../../shared/calendar.js";
import { DAY, type Instant } from "../../../../../shared/instant.js";
import type { TryFacts, TryState } from "./contact-record.js";

/** An answer later than this is not to the attempt. */
export const ANSWER_WINDOW = 7 * DAY;

interface Moment {
  readonly at: Instant;
  /** When it was written down. */
  readonly recorded: Instant;
}

export interface TriedContact extends TryFacts {
  readonly ref: string;
  readonly debtorId: number;
  readonly actor: string;
  readonly gaps: string | null;
  readonly made: (Moment & { readonly day: CalendarDate; readonly hour: number }) | null;
  readonly delivered: Moment | null;
  readonly read: Moment | null;
  readonly failed: Moment | null;
  readonly failure: string | null;
  readonly answered: Moment | null;
}

/** A moment, and where on the account's wall it is. */
export interface WallMoment extends Moment {
  readonly day: CalendarDate;
  readonly hour: number;
}

/** The attempt after a status: whatever is known first stays, and what was read was delivered. */
export function movedOn(one: TriedContact, to: TryState, moment: WallMoment, failure: string | null): TriedContact {
  const { at, recorded } = moment;
  const made = one.made ?? moment;
  const arrived = { at, recorded };
  if (to === "made") return { ...one, made };
  if (to === "failed") return { ...one, made, failed: one.failed ?? arrived, failure: one.failure ?? failure };
  const delivered = one.delivered ?? arrived;
  return to === "delivered" ? { ...one, made, delivered } : { ...one, made, delivered, read: one.read ?? arrived };
}

/**
 * The attempt that an answer is to: the last one made before it, if that is not too long ago.
 * @param tries those of the debtor, in any order
 * @returns null where there is none, or it is answered already
 */
export function answeredBy(tries: readonly TriedContact[], at: Instant): TriedContact | null {
  let last: TriedContact | null = null;
  for (const one of tries) if (one.made && one.made.at <= at && (!last?.made || one.made.at >= last.made.at)) last = one;
  return last?.made && last.answered === null && at - last.made.at <= ANSWER_WINDOW ? last : null;
}
