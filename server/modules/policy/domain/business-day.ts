import { type CalendarDate, isoWeekday } from "../../../shared/calendar.js";
import { type HolidayDefinition, holidaysOf } from "../../../shared/holidays.js";
import { BANK_HOLIDAYS_OF } from "./bank-holidays.js";
import type { Residence } from "./facts.js";
import type { PolicyPack } from "./pack.js";
import { bindsIn, holidayLists, plausibleStates } from "./rules/plausible-states.js";
import { covers } from "./rules/standing.rule.js";

/**
 * Whether banks and offices work that day wherever the debtor may live: Monday to Friday, and no holiday of the country or of a plausible
 * part of it. Where nothing is known of the place only the weekend counts.
 */
export function isBusinessDay(date: CalendarDate, residences: readonly Residence[], packs: readonly PolicyPack[]): boolean {
  if (isoWeekday(date) > 5) return false;
  return !residences.some((residence) => holidaysIn(residence, packs).some((holidays) => isHoliday(date, holidays)));
}

/** The holidays of a place as far as they are known, of its country and of its state (of every state where none is known). */
export function holidaysIn(residence: Residence, packs: readonly PolicyPack[]): readonly (readonly HolidayDefinition[])[] {
  const named = packs
    .filter((pack) => covers(pack, residence))
    .flatMap((pack) => {
      const states = plausibleStates(pack, [residence]);
      return pack.rules.flatMap((rule) =>
        rule.kind === "holidays" && bindsIn(rule.subdivisions, states) ? holidayLists(rule, states).map(({ holidays }) => holidays) : [],
      );
    });
  return [...named, BANK_HOLIDAYS_OF[residence.country] ?? []];
}

/** Holidays that the whole of a country has, those of its banks included; of no state. Empty where none are known. */
export function nationalHolidays(country: string, packs: readonly PolicyPack[]): readonly (readonly HolidayDefinition[])[] {
  const named = packs
    .filter(({ residence }) => residence.some((place) => place.country === country))
    .flatMap(({ rules }) => rules.flatMap((rule) => (rule.kind === "holidays" && !rule.subdivisions ? [rule.holidays] : [])));
  return [...named, BANK_HOLIDAYS_OF[country] ?? []].filter((list) => list.length > 0);
}

function isHoliday(date: CalendarDate, holidays: readonly HolidayDefinition[]): boolean {
  return holidaysOf(holidays, Number(date.slice(0, 4))).has(date);
}
