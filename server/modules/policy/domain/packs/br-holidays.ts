import type { HolidayDefinition } from "../../../../shared/holidays.js";

/** Holidays of the whole country by federal law. */
export const NATIONAL: readonly HolidayDefinition[] = [
  { name: "Confraternização Universal", on: { month: 1, day: 1 } },
  { name: "Sexta-feira Santa", on: { easter: -2 } },
  { name: "Tiradentes", on: { month: 4, day: 21 } },
  { name: "Dia do Trabalho", on: { month: 5, day: 1 } },
  { name: "Independência do Brasil", on: { month: 9, day: 7 } },
  { name: "Nossa Senhora Aparecida", on: { month: 10, day: 12 } },
  { name: "Finados", on: { month: 11, day: 2 } },
  { name: "Proclamação da República", on: { month: 11, day: 15 } },
  { name: "Dia Nacional de Zumbi e da Consciência Negra", on: { month: 11, day: 20 }, fromYear: 2024 },
  { name: "Natal", on: { month: 12, day: 25 } },
];

/** Days on which banks and offices are closed although they are no holidays by federal law; towns make holidays of them. */
export const CUSTOMARY: readonly HolidayDefinition[] = [
  { name: "Carnaval", on: { easter: -48 } },
  { name: "Carnaval", on: { easter: -47 } },
  { name: "Corpus Christi", on: { easter: 60 } },
];

/** Holidays of the states that have a law on the hours of collecting. Those of municipalities are not listed: an account blocks its own. */
export const OF_STATE = {
  AL: [
    { name: "São João", on: { month: 6, day: 24 } },
    { name: "São Pedro", on: { month: 6, day: 29 } },
    { name: "Emancipação Política de Alagoas", on: { month: 9, day: 16 } },
  ],
  AM: [{ name: "Elevação do Amazonas à categoria de província", on: { month: 9, day: 5 } }],
  ES: [{ name: "Nossa Senhora da Penha", on: { easter: 8 }, fromYear: 2020 }],
  RJ: [
    { name: "Carnaval", on: { easter: -47 } },
    { name: "Dia de São Jorge", on: { month: 4, day: 23 } },
  ],
  SP: [{ name: "Revolução Constitucionalista", on: { month: 7, day: 9 } }],
} as const satisfies Readonly<Record<string, readonly HolidayDefinition[]>>;
