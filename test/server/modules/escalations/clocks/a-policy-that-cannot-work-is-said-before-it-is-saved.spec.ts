import { expect, it } from "@jest/globals";
import type { CalendarVersion } from "../../../../../server/modules/escalations/domain/calendar/calendar-version.js";
import { DEFAULT_POLICY, defaultCalendar } from "../../../../../server/modules/escalations/domain/policy/default-policy.js";
import type { PolicyEntry, PolicyVersion } from "../../../../../server/modules/escalations/domain/policy/escalation-policy.js";
import { calendarFaults, policyFaults } from "../../../../../server/modules/escalations/domain/policy/policy-faults.js";
import { bogota, levelOf } from "./support/case-story.js";

const TODAY = bogota("2026-11-30 12:00");
const DESK: CalendarVersion = defaultCalendar("America/Bogota", "CO", ["CO-2300@2026-11-29"]);
const KNOWN = { users: new Set(["7"]), teams: new Set(["3"]) };
const INQUIRY = DEFAULT_POLICY.entries.at(-1)!;
const withEntry = (entry: Partial<PolicyEntry>): PolicyVersion => ({ ...DEFAULT_POLICY, entries: [{ ...INQUIRY, ...entry }] });
const faults = (version: PolicyVersion, calendar: CalendarVersion | null = DESK) => policyFaults(version, calendar, KNOWN, TODAY);

it("the default policy with the default calendar has no fault", () => {
  expect(faults(DEFAULT_POLICY)).toEqual([]);
});

it("a policy without hours", () => {
  expect(faults(DEFAULT_POLICY, null)).toEqual([{ code: "hours_missing", field: "calendar" }]);
});

it.each<[string, Partial<CalendarVersion>]>([["has no windows", { week: {} }]])("a calendar that %s never opens", (_, part) => {
  expect(calendarFaults({ ...DESK, ...part }, TODAY)).toEqual([{ code: "calendar_closed", field: "calendar.week" }]);
});

it.each<[string, Partial<CalendarVersion>, string]>([
  [
    "overlapping windows",
    {
      week: {
        1: [
          [480, 720],
          [700, 900],
        ],
      },
    },
    "calendar_windows",
  ],
  ["a window that ends before it begins", { week: { 2: [[1_080, 480]] } }, "calendar_windows"],
  ["hours after midnight", { week: { 2: [[480, 1_441]] } }, "calendar_windows"],
  ["no such zone", { zone: "America/Atlantis" }, "calendar_zone_unknown"],
  ["no such date", { closedOn: ["2026-02-30"] }, "calendar_date_unknown"],
  [
    "holidays nobody published",
    { holidaysOf: { country: "CO", subdivision: null, packs: ["CO-2300@1999-01-01"] } },
    "calendar_holidays_unknown",
  ],
])("a calendar with %s", (_, part, code) => {
  expect(calendarFaults({ ...DESK, ...part }, TODAY).map((fault) => fault.code)).toEqual([code]);
});

it.each<[string, Partial<PolicyEntry>, string]>([
  ["levels out of order", { levels: [levelOf("b", "first_answer", 30), levelOf("a", "first_answer", 0)] }, "levels_out_of_order"],
  ["two levels of one name", { levels: [levelOf("a", "first_answer", 0), levelOf("a", "first_answer", 30)] }, "level_twice"],
  ["a level before its clock begins", { levels: [levelOf("a", "first_answer", -120)] }, "level_before_start"],
  ["a level of a clock that does not run", { targets: {}, levels: [levelOf("a", "owner", 0)] }, "level_without_clock"],
  ["a level that does nothing", { levels: [{ ...levelOf("a", "owner", 0), actions: [] }] }, "level_acts_on_nothing"],
  ["an owner who left", { levels: [{ ...levelOf("a", "owner", 0), told: { kind: "agent", user: "8" } }] }, "owner_left"],
  ["a team that was deleted", { levels: [{ ...levelOf("a", "owner", 0), told: { kind: "team", team: "4" } }] }, "team_deleted"],
  ["a target of no time", { targets: { owner: { minutes: 0, hours: "always", pausedBy: [] } }, levels: [] }, "target_not_positive"],
  ["cases that match nothing", { match: { channels: ["whatsapp"] } }, "no_default"],
])("an entry with %s", (_, part, code) => {
  expect(faults(withEntry(part)).map((fault) => fault.code)).toEqual([code]);
});

it("an entry below one that takes every case", () => {
  const entries = DEFAULT_POLICY.entries.toReversed();
  expect(faults({ ...DEFAULT_POLICY, entries }).map(({ code }) => code)).toEqual(["no_default", "entry_never_reached"]);
});

it("whom the helpdesk knows is told", () => {
  const levels = [
    { ...levelOf("a", "owner", 0), told: { kind: "agent", user: "7" } },
    { ...levelOf("b", "owner", 0), told: { kind: "team", team: "3" } },
  ] as const;
  expect(faults(withEntry({ levels }))).toEqual([]);
});
