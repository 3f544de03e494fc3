import { addDays, type CalendarDate, isoWeekday } from "../../../../../shared/calendar.js";
import type { Instant } from "../../../../../shared/instant.js";
import type { ReportKind } from "../../../../../shared/report-kind.js";
import { localDate, wholeDay, windowInterval } from "../../../../../shared/zone.js";
import { isHolidayIn } from "./country-holidays.js";
import { lastCompleteDay, REPORT_PLANS } from "../../domain/report-kind.js";

/** When a kind of report goes out. */
export interface ReportTiming {
  readonly kind: ReportKind;
  /** IANA id of the account's zone. */
  readonly zone: string;
  /** Minute of the local day, 0–1439. */
  readonly minute: number;
  /** Monday to Friday only. */
  readonly workingDays: boolean;
  /** Country on whose holidays it waits for the next day; null: it goes out on them as on any other. */
  readonly holidaysOf: string | null;
}

export interface ReportSlot {
  readonly at: Instant;
  /** A day of the period it tells of. */
  readonly day: CalendarDate;
}

const FRIDAY = 5;
const MINUTES_A_DAY = 1440;
/** Two months hold a slot of every kind. */
const FAR = 62;

/**
 * The last slot up to an instant. Of several that were missed it is the only one caught up: after a week of outage nobody wants seven digests,
 * and each report can be made by hand.
 */
export function lastSlot(timing: ReportTiming, now: Instant): ReportSlot | null {
  return slotFrom(timing, localDate(timing.zone, now), -1, (at) => at <= now);
}

/** The first slot after an instant. */
export function nextSlot(timing: ReportTiming, now: Instant): ReportSlot | null {
  return slotFrom(timing, localDate(timing.zone, now), 1, (at) => at > now);
}

function slotFrom(timing: ReportTiming, today: CalendarDate, step: 1 | -1, fits: (at: Instant) => boolean): ReportSlot | null {
  for (let away = 0; away <= FAR; away++) {
    const date = addDays(today, away * step);
    if (!isDue(timing, date)) continue;
    const at = instantOf(timing, date);
    if (fits(at)) return { at, day: toldOn(timing, date) };
  }
  return null;
}

function isDue(timing: ReportTiming, date: CalendarDate): boolean {
  const { kind } = timing;
  if (rests(timing, date)) return false;
  if (kind === "daily") return true;
  // On the first day of its week or month, or the first that is none of rest.
  const before = (REPORT_PLANS[kind].step === "week" ? isoWeekday(date) : Number(date.slice(8))) - 1;
  return Array.from({ length: before }, (_, n) => addDays(date, -1 - n)).every((earlier) => rests(timing, earlier));
}

/** A digest on working days tells of the last working day: what a weekend or a holiday brought is in the week's report. */
function toldOn(timing: ReportTiming, date: CalendarDate): CalendarDate {
  const { kind, zone } = timing;
  const day = lastCompleteDay(kind, zone, date);
  if (kind !== "daily") return day;
  return Array.from({ length: FAR }, (_, n) => addDays(day, -n)).find((earlier) => !rests(timing, earlier)) ?? day;
}

/** The instant at which the wall shows the minute: once on each day, at the jump where the clock jumps over it, the later of two. */
function instantOf({ zone, minute }: ReportTiming, date: CalendarDate): Instant {
  return windowInterval(zone, date, minute, MINUTES_A_DAY)?.start ?? wholeDay(zone, date).start;
}

/** A day on which it does not go out, and of which no digest on working days tells. */
function rests({ workingDays, holidaysOf }: Pick<ReportTiming, "workingDays" | "holidaysOf">, date: CalendarDate): boolean {
  return (workingDays && isoWeekday(date) > FRIDAY) || isHolidayIn(holidaysOf, date);
}
