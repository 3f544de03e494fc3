import { addDays, type CalendarDate, isoWeekday } from "../../../../../shared/calendar.js";
import type { Instant } from "../../../../../shared/instant.js";
import type { ReportKind } from "../../../../../shared/report-kind.js";
import { localDate, wholeDay, windowInterval } from "../../../../../shared/zone.js";
import { lastCompleteDay } from "../../domain/report-kind.js";

/** When a kind of report goes out. */
export interface ReportTiming {
  readonly kind: ReportKind;
  /** IANA id of the account's zone. */
  readonly zone: string;
  /** Minute of the local day, 0–1439. */
  readonly minute: number;
  /** Monday to Friday only: the account has no country whose holidays could be known. */
  readonly workingDays: boolean;
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

function isDue({ kind, workingDays }: ReportTiming, date: CalendarDate): boolean {
  if (workingDays && !isWorkingDay(date)) return false;
  if (kind === "daily") return true;
  if (kind === "weekly") return isoWeekday(date) === 1;
  const ofMonth = Number(date.slice(8));
  return Array.from({ length: ofMonth - 1 }, (_, n) => addDays(date, -1 - n)).every((earlier) => workingDays && !isWorkingDay(earlier));
}

/** A digest on working days tells of the last working day: what a weekend brought is in the week's report. */
function toldOn({ kind, zone, workingDays }: ReportTiming, date: CalendarDate): CalendarDate {
  const day = lastCompleteDay(kind, zone, date);
  if (kind !== "daily" || !workingDays || isWorkingDay(day)) return day;
  return addDays(day, FRIDAY - isoWeekday(day));
}

/** The instant at which the wall shows the minute: once on each day, at the jump where the clock jumps over it, the later of two. */
function instantOf({ zone, minute }: ReportTiming, date: CalendarDate): Instant {
  return windowInterval(zone, date, minute, MINUTES_A_DAY)?.start ?? wholeDay(zone, date).start;
}

function isWorkingDay(date: CalendarDate): boolean {
  return isoWeekday(date) <= FRIDAY;
}
