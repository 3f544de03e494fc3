import { addDays, type CalendarDate, isCalendarDate } from "../../../../shared/calendar.js";
import { holidaysOf } from "../../../../shared/holidays.js";
import { DAY } from "../../../../shared/instant.js";
import { localDate, localParts, windowInterval, wholeDay } from "../../../../shared/zone.js";
import type { BlockedDatesRule, HolidaysRule, HoursRule, LocalWindow, Weekday, WeekWindows } from "../pack.js";
import { alwaysClosed, closedDuring, type Timeline } from "../timeline.js";
import { type RuleFinding, inEachZone, type RuleContext, unknown } from "./finding.js";
import { type HolidayList, holidayLists, plausibleStates } from "./plausible-states.js";

const WEEKDAYS: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** Permitted hours on the recipient's wall clock. The closing minute is closed. */
export function hours(rule: HoursRule, context: RuleContext): RuleFinding[] {
  return inEachZone(context, (zone) => ({
    timeline: weekTimeline(zone, rule.week),
    describe: (at) => {
      const { weekday, minuteOfDay } = localParts(zone, at);
      const day = rule.week[WEEKDAYS[weekday - 1]!];
      const windows = day ?? [];
      return {
        reason: day === null ? "hours_unknown" : whyClosed(windows),
        facts: { zone, weekday, local: clockText(minuteOfDay), windows: windows.map(([from, to]) => `${from}-${to}`).join(" ") },
      };
    },
  }));
}

/** Public holidays of the pack's country and of the states somebody may live in, on the recipient's calendar. */
export function holidays(rule: HolidaysRule, context: RuleContext): RuleFinding[] {
  const lists = holidayLists(rule, plausibleStates(context.pack, context.facts.residences));
  const years = new Set([context.now - 2 * DAY, context.horizon + 2 * DAY].map((at) => new Date(at).getUTCFullYear()));
  const dates = [...years].flatMap((year) => lists.flatMap((list) => [...holidaysOf(list.holidays, year).keys()]));
  return inEachZone(context, (zone) => {
    const [from, to] = datesAhead(zone, context);
    const ahead = dates.filter((date) => from <= date && date <= to);
    return closedOn(zone, ahead, "holiday", (date) => holidayName(lists, date));
  });
}

/** With the state whose holiday it is, where somebody may live in several. */
function holidayName(lists: readonly HolidayList[], date: CalendarDate): string | undefined {
  const names = lists.flatMap(({ state, holidays: list }) => {
    const name = holidaysOf(list, yearOf(date)).get(date);
    return name === undefined ? [] : [state === null ? name : `${name} (${state})`];
  });
  return names.length > 0 ? names.join("; ") : undefined;
}

/** Dates the account keeps closed. A date that cannot be read closes everything: somebody meant some day by it. */
export function blockedDates(rule: BlockedDatesRule, context: RuleContext): RuleFinding[] {
  if (!rule.dates.every(({ date }) => isCalendarDate(date))) return [unknown("engine")];
  return inEachZone(context, (zone) => {
    const [from, to] = datesAhead(zone, context);
    const dates = rule.dates.map(({ date }) => date).filter((date) => from <= date && date <= to);
    return closedOn(zone, dates, "blocked_date", (today) => rule.dates.find(({ date }) => date === today)?.name);
  });
}

function weekTimeline(zone: string, week: WeekWindows): Timeline {
  const minutes = WEEKDAYS.map((day) => (week[day] ?? []).flatMap(readWindow));
  // Without a window anywhere there is no need to look through the days for one.
  if (minutes.every((day) => day.length === 0)) return alwaysClosed;
  return (at) => {
    const { date, weekday } = localParts(zone, at);
    const intervals = minutes[weekday - 1]!.map(({ from, to }) => windowInterval(zone, date, from, to)).filter(
      (interval) => interval !== null,
    );
    const current = intervals.find(({ start, end }) => start <= at && at < end);
    if (current) return { open: true, until: current.end };
    const later = intervals.filter(({ start }) => start > at).map(({ start }) => start);
    return { open: false, until: later.length > 0 ? Math.min(...later) : wholeDay(zone, date).end };
  };
}

/** A law of which nobody could read when the day opens, or whether it does (`null`), is told as that, not as what it says. */
function whyClosed(windows: readonly LocalWindow[]): "closed_day" | "hours" | "hours_unknown" {
  if (windows.length === 0) return "closed_day";
  return windows.flatMap(readWindow).length === windows.length ? "hours" : "hours_unknown";
}

/** Empty when either end is not a time of day: a window nobody can read is closed. */
function readWindow([opens, closes]: LocalWindow): { from: number; to: number }[] {
  const from = minuteOf(opens);
  const to = minuteOf(closes);
  return from === null || to === null ? [] : [{ from, to }];
}

/** `null` for what is not a time of day, such as the `?` of a law nobody could read. */
function minuteOf(text: string): number | null {
  const match = /^(\d\d):([0-5]\d)$/.exec(text);
  const minute = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  return minute <= 1440 ? minute : null;
}

function closedOn(
  zone: string,
  dates: readonly CalendarDate[],
  reason: "holiday" | "blocked_date",
  nameOf: (date: CalendarDate) => string | undefined,
): RuleFinding {
  return {
    timeline: closedDuring(dates.map((date) => wholeDay(zone, date))),
    describe: (at) => {
      const date = localDate(zone, at);
      return { reason, facts: { zone, date, name: nameOf(date) ?? null } };
    },
  };
}

/** First and last local date that answers are needed for, and one on either side: a date may begin twice. */
function datesAhead(zone: string, { now, horizon }: RuleContext): [from: CalendarDate, to: CalendarDate] {
  return [addDays(localDate(zone, now), -1), addDays(localDate(zone, horizon), 1)];
}

function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

function clockText(minuteOfDay: number): string {
  return `${String(Math.floor(minuteOfDay / 60)).padStart(2, "0")}:${String(minuteOfDay % 60).padStart(2, "0")}`;
}
