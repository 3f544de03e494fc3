import type { WorkingCalendar } from "../../../../../../server/modules/escalations/domain/calendar/working-calendar.js";
import type { CaseEvent } from "../../../../../../server/modules/escalations/domain/clock/case-event.js";
import { PAUSE_REASONS } from "../../../../../../server/modules/escalations/domain/clock/pause-reason.js";
import { CLOCK_KINDS, type ClockPlan, REOPENINGS } from "../../../../../../server/modules/escalations/domain/clock/clock-plan.js";
import { OpenMinutes } from "./minute-by-minute.js";
import { UNUSUAL } from "./calendars.js";

const MINUTE = 60_000;
const SPAN = 8 * 1_440;

/** Numbers in [0, below), the same for a seed on every machine (mulberry32). */
export function numbersOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export interface History {
  readonly events: readonly CaseEvent[];
  readonly now: number;
}

/** Calendars, and the minutes of each that a history may touch. */
const PLACES = UNUSUAL.map(({ calendar, near }) => ({ calendar, from: Date.parse(`${near}T00:00:00Z`) }));
const known = new Map<WorkingCalendar, Map<number, OpenMinutes>>();

/** Every calendar is looked at over every stretch in which any history lies. */
export function minutesOf(calendar: WorkingCalendar, at: number): OpenMinutes {
  for (const { from } of PLACES) {
    if (at < from || at >= from + SPAN * MINUTE) continue;
    let places = known.get(calendar);
    if (!places) known.set(calendar, (places = new Map<number, OpenMinutes>()));
    let minutes = places.get(from);
    if (!minutes) places.set(from, (minutes = new OpenMinutes(calendar, from, SPAN)));
    return minutes;
  }
  throw new RangeError("No history lies there");
}

export function randomHistory(seed: number): History {
  const number = numbersOf(seed);
  const pick = <T>(list: readonly T[]): T => list[number(list.length)]!;
  const place = pick(PLACES);
  const plan = (): ClockPlan => ({
    name: "random@1",
    reopening: pick(REOPENINGS),
    targets: Object.fromEntries(
      CLOCK_KINDS.filter(() => number(12) > 0).map((clock) => [
        clock,
        {
          within: (1 + number(pick([90, 600, 3_000]))) * MINUTE,
          // Another place's desk now and then: the calendar changes as well.
          calendar: number(4) > 0 ? place.calendar : pick(PLACES).calendar,
          pausedBy: PAUSE_REASONS.filter(() => number(2) === 0),
        },
      ]),
    ),
  });
  const event = (at: number): CaseEvent => {
    const kind = number(40);
    if (kind < 8) return { at, kind: "debtor_wrote" };
    if (kind < 14) return { at, kind: "wrote", author: pick(["person", "person", "bot", "note", "template", "reminder", "survey"]) };
    if (kind < 20) return { at, kind: "paused", reason: pick(PAUSE_REASONS), until: number(2) ? at + (1 + number(600)) * MINUTE : null };
    if (kind < 24) return { at, kind: "unpaused", reason: pick(PAUSE_REASONS) };
    if (kind < 27) return { at, kind: "planned", plan: plan() };
    if (kind < 30) return { at, kind: "assigned", owner: pick(["ana", "luis", null]) };
    if (kind < 34) return { at, kind: "resolved" };
    if (kind < 38) return { at, kind: "reopened" };
    if (kind < 39) return { at, kind: pick(["snoozed", "transferred", "host_restored"] as const) };
    return number(4) === 0 ? { at, kind: pick(["merged", "deleted"] as const) } : { at, kind: "debtor_wrote" };
  };
  let at = place.from + number(2 * 1_440) * MINUTE;
  const events: CaseEvent[] = [
    { at, kind: "planned", plan: plan() },
    { at: (at += MINUTE), kind: "opened" },
  ];
  for (let left = 2 + number(12); left > 0; left--) events.push(event((at += (1 + number(pick([5, 60, 420]))) * MINUTE)));
  return { events, now: at + number(1_000) * MINUTE };
}
