import type { CalendarDate } from "../../../../shared/calendar.js";
import type { Instant } from "../../../../shared/instant.js";

/** A state, and since when. */
export interface SpanOfTime<State> {
  /** Number of the record that began it. */
  readonly seq: number;
  readonly fromAt: Instant;
  readonly state: State;
}

/** A record's place: its number, when it was written down, when it happened, and that day in the account's zone. */
export interface RecordPlace {
  readonly seq: number;
  readonly recordedAt: Instant;
  readonly at: Instant;
  readonly day: CalendarDate;
}

/**
 * The spans after one more state: one that would have lasted no time is not kept, whether its successor comes in the same batch of records
 * or in a later one, so that a rebuild cuts no other spans.
 * @param spans in order
 * @returns the spans in order; a clock that was set back ends no span before it began
 */
export function followedBy<State>(
  spans: readonly SpanOfTime<State>[],
  state: State,
  { seq, recordedAt }: RecordPlace,
): SpanOfTime<State>[] {
  const last = spans.at(-1);
  const fromAt = Math.max(recordedAt, last?.fromAt ?? recordedAt);
  const kept = last && last.fromAt === fromAt ? spans.slice(0, -1) : spans;
  return [...kept, { seq, fromAt, state }];
}
