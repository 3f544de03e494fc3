import { isCalendarDate } from "../../../../shared/calendar.js";
import { isKnownZone } from "../../../../shared/zone.js";
import { PUBLISHED_PACKS } from "../../../policy/rules.js";
import { calendarOfVersion, type CalendarVersion } from "../calendar/calendar-version.js";
import { type DayWindow, nextOpening } from "../calendar/working-calendar.js";
import { CLOCK_KINDS } from "../clock/clock-plan.js";
import type { EscalationLevel } from "../level/escalation-level.js";
import type { PolicyEntry, PolicyVersion } from "./escalation-policy.js";
import { matchesAll } from "./match-policy.js";

/** Each has its sentence with the remedy under `policy_faults` in the words. */
export const FAULT_CODES = [
  "calendar_closed",
  "calendar_date_unknown",
  "calendar_holidays_unknown",
  "calendar_windows",
  "calendar_zone_unknown",
  "entry_never_reached",
  "hours_missing",
  "level_acts_on_nothing",
  "level_before_start",
  "level_twice",
  "level_without_clock",
  "levels_out_of_order",
  "no_default",
  "owner_left",
  "target_not_positive",
  "team_deleted",
] as const;

export interface PolicyFault {
  readonly code: (typeof FAULT_CODES)[number];
  /** Dotted, from the version: `entries.0.levels.1`. */
  readonly field: string;
}

/** What the account has now. */
export interface DeskKnown {
  readonly users: ReadonlySet<string>;
  readonly teams: ReadonlySet<string>;
}

/** What keeps a version from being published; empty where nothing does. @param calendar the version it would use; null where it names none */
export function policyFaults(
  version: PolicyVersion,
  calendar: CalendarVersion | null,
  desk: DeskKnown,
  today: number,
): readonly PolicyFault[] {
  const usesDesk = version.entries.some(({ targets }) => CLOCK_KINDS.some((clock) => targets[clock]?.hours === "desk"));
  const last = version.entries.at(-1);
  return [
    ...(usesDesk && calendar === null ? [{ code: "hours_missing", field: "calendar" } as const] : []),
    ...(calendar === null ? [] : calendarFaults(calendar, today)),
    ...(last && matchesAll(last.match) ? [] : [{ code: "no_default", field: "entries" } as const]),
    ...version.entries.flatMap((entry, i) => [
      ...entryFaults(entry, `entries.${i}`, desk),
      ...(version.entries.slice(0, i).some(({ match }) => matchesAll(match))
        ? [{ code: "entry_never_reached", field: `entries.${i}.match` } as const]
        : []),
    ]),
  ];
}

/** @param today an instant; a calendar must open at some time after it */
export function calendarFaults(calendar: CalendarVersion, today: number): readonly PolicyFault[] {
  const days = Object.entries(calendar.week).filter(([, windows]) => windows && !areInOrder(windows));
  const known = new Set(PUBLISHED_PACKS.map(({ id, version }) => `${id}@${version}`));
  const faults: PolicyFault[] = [
    ...days.map(([day]) => ({ code: "calendar_windows", field: `calendar.week.${day}` }) as const),
    ...(isKnownZone(calendar.zone) ? [] : [{ code: "calendar_zone_unknown", field: "calendar.zone" } as const]),
    ...(calendar.closedOn.every(isCalendarDate) ? [] : [{ code: "calendar_date_unknown", field: "calendar.closedOn" } as const]),
    ...((calendar.holidaysOf?.packs ?? []).every((pack) => known.has(pack))
      ? []
      : [{ code: "calendar_holidays_unknown", field: "calendar.holidaysOf" } as const]),
  ];
  // Only what can be read can be asked whether it opens.
  if (faults.length > 0) return faults;
  return nextOpening(calendarOfVersion(calendar), today) === null ? [{ code: "calendar_closed", field: "calendar.week" }] : [];
}

/** Whole minutes of a day, each window after the one before it. */
function areInOrder(windows: readonly DayWindow[]): boolean {
  return windows.every(([from, to], i) => {
    const after = windows[i - 1]?.[1] ?? 0;
    return Number.isInteger(from) && Number.isInteger(to) && after <= from && from < to && to <= 1_440;
  });
}

function entryFaults(entry: PolicyEntry, field: string, desk: DeskKnown): readonly PolicyFault[] {
  const wrong = CLOCK_KINDS.filter((clock) => {
    const minutes = entry.targets[clock]?.minutes;
    return minutes !== undefined && !(Number.isInteger(minutes) && minutes > 0);
  });
  return [
    ...wrong.map((clock) => ({ code: "target_not_positive", field: `${field}.targets.${clock}` }) as const),
    ...entry.levels.flatMap((level, i) => levelFaults(entry, level, i, desk).map((code) => ({ code, field: `${field}.levels.${i}` }))),
  ];
}

function levelFaults(entry: PolicyEntry, level: EscalationLevel, index: number, desk: DeskKnown): readonly PolicyFault["code"][] {
  const { told, clock, minutes } = level;
  const target = entry.targets[clock];
  const before = entry.levels.slice(0, index);
  const found: [PolicyFault["code"], boolean][] = [
    ["level_acts_on_nothing", level.actions.length === 0],
    ["level_without_clock", target === undefined],
    ["level_before_start", target !== undefined && target.minutes + minutes <= 0],
    ["level_twice", before.some(({ id }) => id === level.id)],
    ["levels_out_of_order", before.some((other) => other.clock === clock && other.minutes > minutes)],
    ["owner_left", told.kind === "agent" && !desk.users.has(told.user)],
    ["team_deleted", told.kind === "team" && !desk.teams.has(told.team)],
  ];
  return found.flatMap(([code, holds]) => (holds ? [code] : []));
}
