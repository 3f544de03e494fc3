import type { CalendarDate } from "../../../../../shared/calendar.js";
import { holidaysOf } from "../../../../../shared/holidays.js";
import { nationalHolidays, PACKS } from "../../../../policy/rules.js";

/** Countries whose holidays are known, by their codes. */
export const HOLIDAY_COUNTRIES: readonly string[] = [...new Set(PACKS.flatMap(({ residence }) => residence.map(({ country }) => country)))]
  .filter((country) => nationalHolidays(country, PACKS).length > 0)
  .toSorted();

/** Whether a day is a holiday of the whole country. @param country null: there are none */
export function isHolidayIn(country: string | null, date: CalendarDate): boolean {
  if (country === null) return false;
  return nationalHolidays(country, PACKS).some((definitions) => holidaysOf(definitions, Number(date.slice(0, 4))).has(date));
}
