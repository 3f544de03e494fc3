import { addDays, type CalendarDate, isCalendarDate } from "../../../../shared/calendar.js";
import { holidaysOf } from "../../../../shared/holidays.js";
import { type Interval, localDate, localParts, windowInterval, wholeDay } from "../../../../shared/zone.js";
import type { Instant } from "../../../../shared/instant.js";
import type { BlockedDatesRule, HolidaysRule, HoursRule, LocalWindow, Weekday, WeekWindows } from "../pack.js";
import { closedDuring, type Timeline } from "../timeline.js";
import { type Finding, inEachZone, type RuleContext } from "./finding.js";

const WEEKDAYS: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** Permitted hours on the recipient's wall clock. The closing minute is closed. */
export function hours(rule: HoursRule, context: RuleContext): Finding[] {
  return inEachZone(context, (zone) => ({
    timeline: weekTimeline(zone, rule.week),
    describe: (at) => {
      const { weekday, minuteOfDay } = localParts(zone, at);
      const windows = rule.week[WEEKDAYS[weekday - 1]!] ?? [];
      return {
        reason: windows.length === 0 ? "closed_day" : "hours",
        facts: { zone, weekday, local: clockText(minuteOfDay), windows: windows.map(([from, to]) => `${from}-${to}`).join(" ") },
      };
    },
  }));
}

/** Public holidays of the pack's country, on the recipient's calendar. */
export function holidays(rule: HolidaysRule, context: RuleContext): Finding[] {
  return closedDates(context, "holiday", (date) => holidaysOf(rule.holidays, Number(date.slice(0, 4))).get(date));
}

/** Dates the account keeps closed. A date that cannot be read closes everything: somebody meant some day by it. */
export function blockedDates(rule: BlockedDatesRule, context: RuleContext): Finding[] {
  const names = new Map(rule.dates.map(({ date, name }) => [date, name]));
  const unreadable = rule.dates.find(({ date }) => !isCalendarDate(date));
  return closedDates(context, "blocked_date", (date) => unreadable?.name ?? names.get(date));
}

function weekTimeline(zone: string, week: WeekWindows): Timeline {
  return (at) => {
    const { date, weekday } = localParts(zone, at);
    const intervals = (week[WEEKDAYS[weekday - 1]!] ?? []).flatMap((window) => readWindow(zone, date, window));
    const current = intervals.find(({ start, end }) => start <= at && at < end);
    if (current) return { open: true, until: current.end };
    const later = intervals.filter(({ start }) => start > at).map(({ start }) => start);
    return { open: false, until: later.length > 0 ? Math.min(...later) : wholeDay(zone, date).end };
  };
}

function readWindow(zone: string, date: CalendarDate, [from, to]: LocalWindow): Interval[] {
  const start = minuteOf(from);
  const end = minuteOf(to);
  const interval = start === null || end === null ? null : windowInterval(zone, date, start, end);
  return interval ? [interval] : [];
}

/** `null` for what is not a time of day, such as the `?` of a law nobody could read. */
function minuteOf(text: string): number | null {
  const match = /^(\d\d):([0-5]\d)$/.exec(text);
  const minute = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  return minute <= 1440 ? minute : null;
}

function closedDates(
  context: RuleContext,
  reason: "holiday" | "blocked_date",
  nameOf: (date: CalendarDate) => string | undefined,
): Finding[] {
  return inEachZone(context, (zone) => ({
    timeline: closedDuring(
      datesAhead(zone, context.now, context.horizon)
        .filter(nameOf)
        .map((date) => wholeDay(zone, date)),
    ),
    describe: (at) => {
      const date = localDate(zone, at);
      return { reason, facts: { zone, date, name: nameOf(date) ?? null } };
    },
  }));
}

/** The local dates of [from, to], and one on either side: a date may begin twice. */
function datesAhead(zone: string, from: Instant, to: Instant): CalendarDate[] {
  const dates: CalendarDate[] = [];
  const last = addDays(localDate(zone, to), 1);
  for (let date = addDays(localDate(zone, from), -1); date <= last; date = addDays(date, 1)) dates.push(date);
  return dates;
}

function clockText(minuteOfDay: number): string {
  return `${String(Math.floor(minuteOfDay / 60)).padStart(2, "0")}:${String(minuteOfDay % 60).padStart(2, "0")}`;
}
