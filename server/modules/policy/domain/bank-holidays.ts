import type { HolidayDefinition } from "../../../shared/holidays.js";

/**
 * Days on which banks are closed in countries whose rules about contacts leave holidays open. Mexico: the days of rest of the Ley Federal del
 * Trabajo, art. 74, and those the CNBV adds each year for banks.
 */
export const BANK_HOLIDAYS_OF: Readonly<Record<string, readonly HolidayDefinition[]>> = {
  MX: [
    { name: "Año Nuevo", on: { month: 1, day: 1 } },
    { name: "Día de la Constitución", on: { month: 2, weekday: 1, nth: 1 } },
    { name: "Natalicio de Benito Juárez", on: { month: 3, weekday: 1, nth: 3 } },
    { name: "Jueves Santo", on: { easter: -3 } },
    { name: "Viernes Santo", on: { easter: -2 } },
    { name: "Día del Trabajo", on: { month: 5, day: 1 } },
    { name: "Día de la Independencia", on: { month: 9, day: 16 } },
    { name: "Transmisión del Poder Ejecutivo Federal", on: { month: 10, day: 1 }, fromYear: 2024, everyYears: 6 },
    { name: "Día de Muertos", on: { month: 11, day: 2 } },
    { name: "Día de la Revolución", on: { month: 11, weekday: 1, nth: 3 } },
    { name: "Día de la Virgen de Guadalupe", on: { month: 12, day: 12 } },
    { name: "Navidad", on: { month: 12, day: 25 } },
  ],
};
