import type { HolidayDefinition } from "../../../../shared/holidays.js";

/** Days of rest of the Ley Federal del Trabajo, art. 74. The rules about contacts do not close them; banks and offices do. */
export const REST_DAYS: readonly HolidayDefinition[] = [
  { name: "Año Nuevo", on: { month: 1, day: 1 } },
  { name: "Día de la Constitución", on: { month: 2, weekday: 1, nth: 1 } },
  { name: "Natalicio de Benito Juárez", on: { month: 3, weekday: 1, nth: 3 } },
  { name: "Día del Trabajo", on: { month: 5, day: 1 } },
  { name: "Día de la Independencia", on: { month: 9, day: 16 } },
  { name: "Transmisión del Poder Ejecutivo Federal", on: { month: 10, day: 1 }, fromYear: 2024, everyYears: 6 },
  { name: "Día de la Revolución", on: { month: 11, weekday: 1, nth: 3 } },
  { name: "Navidad", on: { month: 12, day: 25 } },
];
