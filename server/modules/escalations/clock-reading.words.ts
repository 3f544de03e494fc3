import { TEXTS } from "../../platform/words/texts.js";
import { daysBetween } from "../../shared/calendar.js";
import { HOUR, type Instant, MINUTE } from "../../shared/instant.js";
import type { Locale } from "../../shared/locale.js";
import { localParts } from "../../shared/zone.js";
import type { ClockKind } from "./domain/clock/clock-plan.js";
import type { ClockReading } from "./domain/clock/read-clock.js";
import type { PolicyFault } from "./domain/policy/policy-faults.js";

const HOURS_WITHOUT_DAYS = 48;

/** The reader's wall and language. */
export interface Reader {
  readonly locale: Locale;
  /** IANA name. */
  readonly zone: string;
  readonly now: Instant;
}

/** What a clock says about itself: `paused 2 h 10 min, waiting for the debtor; closed 14 h; due Tue 10:20`. */
export function clockSentence(reading: ClockReading, reader: Reader): string {
  const { paused, closed, elapsed, target, due, missedAt } = reading;
  const { locale } = reader;
  const pauses = paused.map(({ reason, time }) => {
    return TEXTS.text("clock_readings", "pause", locale, {
      time: durationText(time, locale),
      reason: TEXTS.text("clock_pauses", reason, locale),
    });
  });
  return TEXTS.text("clock_readings", "sentence", locale, {
    given_paused: pauses.length > 0 ? "yes" : "no",
    paused: pauses.join(", "),
    given_closed: closed >= MINUTE ? "yes" : "no",
    closed: durationText(closed, locale),
    state: stateOf(reading),
    moment: momentText(due ?? missedAt ?? reader.now, reader),
    elapsed: durationText(elapsed, locale),
    target: durationText(target, locale),
    left: durationText(target - elapsed, locale),
  });
}

export function clockName(clock: ClockKind, locale: Locale): string {
  return TEXTS.text("clocks", clock, locale);
}

/** What is wrong, and what to do about it. */
export function faultText({ code }: PolicyFault, locale: Locale): string {
  return TEXTS.text("policy_faults", code, locale);
}

function stateOf({ clock, state, due, isOverdue, missedAt }: ClockReading): string {
  const missed = missedAt !== null;
  switch (state) {
    case "running":
    case "closed":
      return isOverdue ? "overdue" : due === null ? "never" : "due";
    case "paused":
      if (isOverdue) return "waits_overdue";
      return due === null ? "waits" : "due";
    case "met":
    case "late":
      return `${clock.endsWith("resolution") ? "solved" : "met"}${missed ? "_late" : ""}`.replace("met_late", "late");
    case "dropped":
      return `${clock === "owner" ? "handed_over" : "dropped"}${missed ? "_late" : ""}`;
    case "cancelled":
      return missed ? "cancelled_late" : "cancelled";
  }
}

/** Whole minutes that have passed; from two days on whole hours, which is as near as anybody asks. */
function durationText(milliseconds: number, locale: Locale): string {
  const all = Math.floor(Math.max(0, milliseconds) / MINUTE);
  const [hours, minutes] = [Math.floor(all / (HOUR / MINUTE)), all % (HOUR / MINUTE)];
  if (hours >= HOURS_WITHOUT_DAYS) {
    const [days, rest] = [Math.floor(hours / 24), hours % 24];
    return TEXTS.text("clock_times", rest === 0 ? "days" : "days_hours", locale, { days, hours: rest });
  }
  const key = hours === 0 ? "minutes" : minutes === 0 ? "hours" : "hours_minutes";
  return TEXTS.text("clock_times", key, locale, { hours, minutes });
}

/** The weekday is enough for a week; beyond it the date is said. */
function momentText(at: Instant, { locale, zone, now }: Reader): string {
  const { date, minuteOfDay, weekday } = localParts(zone, at);
  const time = `${String(Math.floor(minuteOfDay / 60)).padStart(2, "0")}:${String(minuteOfDay % 60).padStart(2, "0")}`;
  const isNear = Math.abs(daysBetween(localParts(zone, now).date, date)) < 7;
  const [, month, day] = date.split("-").map(Number);
  return isNear
    ? TEXTS.text("clock_times", "near", locale, { weekday, time })
    : TEXTS.text("clock_times", "far", locale, { day: day!, month: month!, time });
}
