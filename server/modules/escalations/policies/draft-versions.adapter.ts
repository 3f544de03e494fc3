import type { CalendarDraft, PolicyDraft, PolicyEntryInput } from "../../../contract/escalations/policies.contract.js";
import { PACKS } from "../../policy/rules.js";
import type { CalendarVersion } from "../domain/calendar/calendar-version.js";
import { CASE_REASONS } from "../domain/case-reason.js";
import type { PolicyEntry, PolicyVersion } from "../domain/policy/escalation-policy.js";

/** What was typed as the next version. Reasons that nobody knows are left out: they never came. */
export function policyOf(draft: PolicyDraft, version: number): PolicyVersion {
  return { id: "default", version, calendar: draft.calendar, entries: draft.entries.map(entryOf) };
}

function entryOf({ match, ...entry }: PolicyEntryInput): PolicyEntry {
  const { reasons, atLeast, ...rest } = match;
  return {
    ...entry,
    match: {
      ...rest,
      ...(reasons ? { reasons: CASE_REASONS.filter((reason) => reasons.includes(reason)) } : {}),
      ...(atLeast ? { atLeast: { amount: BigInt(atLeast.amount), currency: atLeast.currency } } : {}),
    },
  };
}

/** A version as it is typed again. */
export function draftOfPolicy({ calendar, entries }: PolicyVersion): PolicyDraft {
  return {
    calendar,
    entries: entries.map(({ name, match, targets, reopening, levels }) => {
      const { atLeast, ...rest } = match;
      return {
        name,
        match: {
          ...copied(rest),
          ...(atLeast ? { atLeast: { amount: `${atLeast.amount}`, currency: atLeast.currency } } : {}),
        },
        targets: copied(targets),
        reopening,
        levels: copied(levels),
      };
    }),
  };
}

/** The holidays are those of the packs in their newest versions, named so that the calendar never changes with them. */
export function calendarOf({ id, zone, week, holidays, closedOn }: CalendarDraft, version: number): CalendarVersion {
  return {
    id,
    version,
    zone,
    week,
    holidaysOf: holidays && { ...holidays, packs: packsOf(holidays.country) },
    closedOn: [...new Set(closedOn)].toSorted(),
  };
}

export function draftOfCalendar({ id, zone, week, holidaysOf, closedOn }: CalendarVersion): CalendarDraft {
  const holidays = holidaysOf && { country: holidaysOf.country, subdivision: holidaysOf.subdivision };
  return { id, zone, week: copied(week), holidays, closedOn: [...closedOn] };
}

export const KEPT_HOLIDAYS: readonly string[] = [...new Set(PACKS.flatMap(({ residence }) => residence.map(({ country }) => country)))];

function packsOf(country: string): readonly string[] {
  return PACKS.filter(({ residence }) => residence.some((place) => place.country === country)).map((pack) => `${pack.id}@${pack.version}`);
}

type Writable<T> = T extends readonly (infer U)[]
  ? number extends T["length"]
    ? Writable<U>[]
    : { -readonly [K in keyof T]: Writable<T[K]> }
  : T extends object
    ? { -readonly [K in keyof T]: Writable<T[K]> }
    : T;

/** What is published is frozen by its type; what is typed again is not. */
function copied<T>(value: T): Writable<T> {
  return structuredClone(value) as Writable<T>;
}
