import type { CalendarVersion } from "../calendar/calendar-version.js";
import type { EscalationLevel } from "../level/escalation-level.js";
import type { PolicyEntry, PolicyTarget, PolicyVersion } from "./escalation-policy.js";

const HOUR_OF_MINUTES = 60;
const DAY_OF_MINUTES = 24 * HOUR_OF_MINUTES;

/** An answer is owed in desk hours, and nothing but the answer stops it. */
const ANSWER: PolicyTarget = { minutes: 2 * HOUR_OF_MINUTES, hours: "desk", pausedBy: [] };

/** A resolution also waits for the debtor, for the creditor's books and for a hold. */
const resolvedIn = (minutes: number): PolicyTarget => ({ minutes, hours: "always", pausedBy: ["debtor", "accounting", "hold"] });

/** The owner hears before, the supervisor at the breach and when four desk hours are over, the latest the targets allow. */
const ANSWER_LEVELS: readonly EscalationLevel[] = [
  { id: "first_soon", clock: "first_answer", minutes: -30, told: { kind: "owner" }, actions: ["panel"] },
  { id: "first_missed", clock: "first_answer", minutes: 0, told: { kind: "supervisor" }, actions: ["note", "priority", "panel"] },
  { id: "first_latest", clock: "first_answer", minutes: 120, told: { kind: "supervisor" }, actions: ["mail", "panel"] },
  { id: "next_soon", clock: "next_answer", minutes: -30, told: { kind: "owner" }, actions: ["panel"] },
  { id: "next_missed", clock: "next_answer", minutes: 0, told: { kind: "supervisor" }, actions: ["note", "panel"] },
];

/** What needs a specialist: he has it within an hour of desk time, and it may take ten days, fifteen with what comes after. */
const COMPLEX: PolicyEntry = {
  name: "complex",
  match: { reasons: ["dispute", "wrong_person", "shared_number", "blocked", "broken_promises"] },
  targets: {
    first_answer: ANSWER,
    next_answer: ANSWER,
    owner: ANSWER,
    first_resolution: resolvedIn(10 * DAY_OF_MINUTES),
    total_resolution: resolvedIn(15 * DAY_OF_MINUTES),
  },
  reopening: "resume",
  levels: [
    { id: "specialist", clock: "first_answer", minutes: -60, told: { kind: "supervisor" }, actions: ["assign", "label", "panel"] },
    ...ANSWER_LEVELS,
    { id: "resolution_missed", clock: "first_resolution", minutes: 0, told: { kind: "supervisor" }, actions: ["mail", "panel"] },
  ],
};

const INQUIRY: PolicyEntry = {
  name: "inquiry",
  match: {},
  targets: {
    first_answer: ANSWER,
    next_answer: ANSWER,
    owner: ANSWER,
    first_resolution: resolvedIn(DAY_OF_MINUTES),
    total_resolution: resolvedIn(7 * DAY_OF_MINUTES),
  },
  reopening: "resume",
  levels: [
    ...ANSWER_LEVELS,
    { id: "resolution_soon", clock: "first_resolution", minutes: -240, told: { kind: "owner" }, actions: ["panel"] },
    { id: "resolution_missed", clock: "first_resolution", minutes: 0, told: { kind: "supervisor" }, actions: ["note", "panel"] },
  ],
};

/** What an account has until it publishes its own. */
export const DEFAULT_POLICY: PolicyVersion = { id: "default", version: 1, calendar: "desk", entries: [COMPLEX, INQUIRY] };

/** Monday to Friday, 8 to 18 on the account's wall, on no holiday of its country. @param packs versions in force, `CO-2300@2026-11-29` */
export function defaultCalendar(zone: string, country: string, packs: readonly string[]): CalendarVersion {
  const day = [[480, 1_080]] as const;
  return {
    id: "desk",
    version: 1,
    zone,
    week: { 1: day, 2: day, 3: day, 4: day, 5: day },
    holidaysOf: { country, subdivision: null, packs },
    closedOn: [],
  };
}
