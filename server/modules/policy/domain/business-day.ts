import { type CalendarDate, isoWeekday } from "../../../shared/calendar.js";
import { type HolidayDefinition, holidaysOf } from "../../../shared/holidays.js";
import type { Residence } from "./facts.js";
import type { PolicyPack } from "./pack.js";
import { REST_DAYS } from "./packs/mx-holidays.js";
import { covers } from "./rules/standing.rule.js";

/** Of countries whose rules about contacts leave holidays open. */
const REST_DAYS_OF: Readonly<Record<string, readonly HolidayDefinition[]>> = { MX: REST_DAYS };

/**
 * Whether banks and offices work that day wherever the debtor may live: Monday to Friday, and no holiday of the country or of a plausible
 * part of it. Where nothing is known of the place only the weekend counts.
 */
export function isBusinessDay(date: CalendarDate, residences: readonly Residence[], packs: readonly PolicyPack[]): boolean {
  if (isoWeekday(date) > 5) return false;
  return !residences.some((residence) => holidaysIn(residence, packs).some((holidays) => isHoliday(date, holidays)));
}

function holidaysIn(residence: Residence, packs: readonly PolicyPack[]): readonly (readonly HolidayDefinition[])[] {
  const rules = packs.filter((pack) => covers(pack, residence)).flatMap((pack) => pack.rules);
  const named = rules.flatMap((rule) => (rule.kind === "holidays" && binds(rule.subdivisions, residence) ? [rule.holidays] : []));
  return [...named, REST_DAYS_OF[residence.country] ?? []];
}

function binds(subdivisions: readonly string[] | undefined, { subdivision }: Residence): boolean {
  return !subdivisions || subdivision === null || subdivisions.includes(subdivision);
}

function isHoliday(date: CalendarDate, holidays: readonly HolidayDefinition[]): boolean {
  return holidaysOf(holidays, Number(date.slice(0, 4))).has(date);
}
