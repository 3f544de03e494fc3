import type { HolidayDefinition } from "../../../../../shared/holidays.js";

/** Lei AL 7.530/2013: a Tuesday to the Monday before, a Thursday to the Friday after. */
const OFF_THE_MIDDLE = { 2: -1, 4: 1 };
/** Lei AC 2.126/2009: from the middle of the week to its Friday. */
const TO_FRIDAY = { 2: 3, 3: 2, 4: 1 };
/** Santa Catarina, since 2005: from a working day or a Saturday to the Sunday that follows. */
const TO_SUNDAY = { 1: 6, 2: 5, 3: 4, 4: 3, 5: 2, 6: 1 };

/**
 * Holidays of the states by laws of their own (Lei 9.093/1995). Where sources differ about a day it is listed, because it closes one. What is
 * decreed for a single year, and the holidays of municipalities, are not: an account blocks its own.
 */
export const STATE_HOLIDAYS_OF_2026_11_30: Readonly<Record<string, readonly HolidayDefinition[]>> = {
  AC: [
    { name: "Dia do Católico", on: { month: 1, day: 20 }, observed: TO_FRIDAY, fromYear: 2017 },
    { name: "Dia do Evangélico", on: { month: 1, day: 23 }, observed: TO_FRIDAY, fromYear: 2005 },
    { name: "Dia Internacional da Mulher", on: { month: 3, day: 8 }, observed: TO_FRIDAY, fromYear: 2002 },
    { name: "Aniversário do Estado do Acre", on: { month: 6, day: 15 } },
    { name: "Dia da Amazônia", on: { month: 9, day: 5 }, observed: TO_FRIDAY, fromYear: 2004 },
    { name: "Assinatura do Tratado de Petrópolis", on: { month: 11, day: 17 }, observed: TO_FRIDAY },
  ],
  AL: [
    { name: "São João", on: { month: 6, day: 24 } },
    { name: "São Pedro", on: { month: 6, day: 29 } },
    { name: "Emancipação Política de Alagoas", on: { month: 9, day: 16 } },
    { name: "Dia Estadual do Evangélico", on: { month: 11, day: 30 }, observed: OFF_THE_MIDDLE, fromYear: 2013 },
  ],
  AM: [{ name: "Elevação do Amazonas à categoria de província", on: { month: 9, day: 5 } }],
  AP: [
    { name: "Dia de São José", on: { month: 3, day: 19 }, fromYear: 2003 },
    { name: "São Tiago", on: { month: 7, day: 25 }, fromYear: 2012 },
    { name: "Criação do Território Federal do Amapá", on: { month: 9, day: 13 } },
  ],
  BA: [{ name: "Independência da Bahia", on: { month: 7, day: 2 } }],
  CE: [
    { name: "Dia de São José", on: { month: 3, day: 19 } },
    { name: "Data Magna do Ceará", on: { month: 3, day: 25 } },
    { name: "Nossa Senhora da Assunção", on: { month: 8, day: 15 }, fromYear: 2004 },
  ],
  DF: [{ name: "Dia do Evangélico", on: { month: 11, day: 30 } }],
  ES: [{ name: "Nossa Senhora da Penha", on: { easter: 8 }, fromYear: 2020 }],
  GO: [
    { name: "Fundação da Cidade de Goiás", on: { month: 7, day: 26 } },
    { name: "Pedra fundamental de Goiânia", on: { month: 10, day: 24 } },
  ],
  MA: [{ name: "Adesão do Maranhão à independência do Brasil", on: { month: 7, day: 28 } }],
  MG: [],
  MS: [{ name: "Criação do Estado de Mato Grosso do Sul", on: { month: 10, day: 11 } }],
  MT: [],
  PA: [{ name: "Adesão do Grão-Pará à independência do Brasil", on: { month: 8, day: 15 } }],
  PB: [
    { name: "Homenagem à memória do presidente João Pessoa", on: { month: 7, day: 26 } },
    { name: "Fundação do Estado da Paraíba", on: { month: 8, day: 5 } },
  ],
  PE: [
    { name: "Data Magna de Pernambuco", on: { month: 3, day: 6 }, fromYear: 2018 },
    { name: "São João", on: { month: 6, day: 24 } },
  ],
  PI: [
    { name: "Batalha do Jenipapo", on: { month: 3, day: 13 } },
    { name: "Dia do Piauí", on: { month: 10, day: 19 } },
  ],
  PR: [{ name: "Emancipação política do Paraná", on: { month: 12, day: 19 } }],
  RJ: [
    { name: "Carnaval", on: { easter: -47 } },
    { name: "Dia de São Jorge", on: { month: 4, day: 23 } },
  ],
  RN: [
    { name: "São Pedro", on: { month: 6, day: 29 } },
    { name: "Dia do Rio Grande do Norte", on: { month: 8, day: 7 }, fromYear: 2000 },
    { name: "Mártires de Cunhaú e Uruaçu", on: { month: 10, day: 3 }, fromYear: 2007 },
  ],
  RO: [
    { name: "Criação do Estado de Rondônia", on: { month: 1, day: 4 } },
    { name: "Dia do Evangélico", on: { month: 6, day: 18 }, fromYear: 2002 },
  ],
  RR: [{ name: "Criação do Estado de Roraima", on: { month: 10, day: 5 } }],
  RS: [{ name: "Revolução Farroupilha", on: { month: 9, day: 20 } }],
  SC: [
    { name: "Dia do Estado de Santa Catarina", on: { month: 8, day: 11 }, observed: TO_SUNDAY, fromYear: 2004 },
    { name: "Dia de Santa Catarina de Alexandria", on: { month: 11, day: 25 }, observed: TO_SUNDAY },
  ],
  SE: [{ name: "Emancipação Política de Sergipe", on: { month: 7, day: 8 } }],
  SP: [{ name: "Revolução Constitucionalista", on: { month: 7, day: 9 } }],
  TO: [
    { name: "Autonomia do Tocantins", on: { month: 3, day: 18 }, fromYear: 1998 },
    { name: "Nossa Senhora da Natividade", on: { month: 9, day: 8 } },
    { name: "Criação do Estado do Tocantins", on: { month: 10, day: 5 } },
  ],
};
