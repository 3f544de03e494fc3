import type { HolidayDefinition } from "../../../../../shared/holidays.js";
import type { LocalWindow, PackRule, PolicyPack, WeekWindows } from "../../pack.js";
import type { Certainty } from "../../vocabulary.js";
import { residenceByState } from "../residence-by-state.js";
import { STATE_HOLIDAYS_OF_2026_11_30 } from "./state-holidays-2026-11-30.js";

/** Holidays of the whole country by federal law. */
const NATIONAL: readonly HolidayDefinition[] = [
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
const CUSTOMARY: readonly HolidayDefinition[] = [
  { name: "Carnaval", on: { easter: -48 } },
  { name: "Carnaval", on: { easter: -47 } },
  { name: "Corpus Christi", on: { easter: 60 } },
];

/**
 * Brazil. No federal law sets hours: the Código de Defesa do Consumidor forbids exposing the debtor to ridicule and disturbing work, rest or
 * leisure. The hours and holidays for the whole country are the widest common practice, a policy; five states have hours in a law of their
 * own. They bind their residents, and everybody whose state is unknown. So do the holidays of all states, as a policy where no law on hours
 * closes them. Encoded from public sources; have counsel confirm.
 *
 * Since 2026-11-22: holidays of all states (they were those of five), among them Alagoas' 30 November, which moves; the hours of Amazonas,
 * of which it was not known when they open.
 */
export const BR_CDC_OF_2026_11_30: PolicyPack = {
  id: "BR-CDC",
  version: "2026-11-30",
  authority: [
    "Lei 8.078/1990 (Código de Defesa do Consumidor), arts. 42 e 71",
    "Lei SP 15.426/2014",
    "Lei RJ 7.868/2018",
    "Lei ES 10.626/2017",
    "Lei AM 306/2016",
    "Amazonas: lei posterior sobre cobrança e venda por telefone, de 8h às 18h (notícia; número não encontrado)",
    "Lei AL 7.782/2016",
    "Lei AL 7.530/2013",
    "Lei AC 2.126/2009",
    "Lei 9.093/1995, art. 1º",
  ],
  residence: residenceByState("BR", {
    AC: "Rio_Branco",
    AL: "Maceio",
    AM: "Manaus Eirunepe",
    AP: "Belem",
    BA: "Bahia",
    CE: "Fortaleza",
    DF: "Sao_Paulo",
    ES: "Sao_Paulo",
    GO: "Sao_Paulo",
    MA: "Fortaleza",
    MG: "Sao_Paulo",
    MS: "Campo_Grande",
    MT: "Cuiaba",
    PA: "Belem Santarem",
    PB: "Fortaleza",
    PE: "Recife Noronha",
    PI: "Fortaleza",
    PR: "Sao_Paulo",
    RJ: "Sao_Paulo",
    RN: "Fortaleza",
    RO: "Porto_Velho",
    RR: "Boa_Vista",
    RS: "Sao_Paulo",
    SC: "Sao_Paulo",
    SE: "Maceio",
    SP: "Sao_Paulo",
    TO: "Araguaina",
  }),
  rules: [
    {
      id: "hours",
      kind: "hours",
      week: week(["08:00", "20:00"], ["08:00", "14:00"]),
      class: "policy",
      certainty: "B",
      source: "CDC, arts. 42 e 71",
    },
    {
      id: "holidays",
      kind: "holidays",
      holidays: [...NATIONAL, ...CUSTOMARY],
      class: "policy",
      certainty: "P",
      source: "CDC, arts. 42 e 71",
    },
    {
      id: "state_holidays",
      kind: "holidays",
      holidays: [],
      ofSubdivision: STATE_HOLIDAYS_OF_2026_11_30,
      class: "policy",
      certainty: "P",
      source: "Lei 9.093/1995, art. 1º",
    },
    ...stateLaw("SP", "Lei SP 15.426/2014", "C", week(["08:00", "20:00"], ["08:00", "14:00"])),
    ...stateLaw("RJ", "Lei RJ 7.868/2018", "C", week(["09:00", "19:00"], null)),
    ...stateLaw("ES", "Lei ES 10.626/2017", "C", week(["08:00", "19:00"], null)),
    // One source has the law of 2016 end at 19:00 and not when it begins; another tells of a later law, without its number, from 08:00 to 18:00.
    ...stateLaw("AM", "Lei AM 306/2016 e lei posterior", "C", week(["08:00", "18:00"], null)),
    // The one that names text messages; the others are kept for them too.
    ...stateLaw("AL", "Lei AL 7.782/2016", "B", week(["08:00", "20:00"], ["08:00", "14:00"])),
  ],
  exceptions: [],
};

/** `null` where no source tells of hours on a Saturday. */
function week(workday: LocalWindow, saturday: LocalWindow | null): WeekWindows {
  const day = [workday];
  return { mon: day, tue: day, wed: day, thu: day, fri: day, sat: saturday && [saturday], sun: [] };
}

/** All that is known of the holidays of these laws is that they close the day; which days those are is another source. */
function stateLaw(state: string, source: string, certainty: Certainty, hours: WeekWindows): PackRule[] {
  const suffix = state.toLowerCase();
  return [
    { id: `hours_${suffix}`, kind: "hours", week: hours, subdivisions: [state], class: "law", certainty, source },
    {
      id: `holidays_${suffix}`,
      kind: "holidays",
      holidays: [...NATIONAL, ...(STATE_HOLIDAYS_OF_2026_11_30[state] ?? [])],
      subdivisions: [state],
      class: "law",
      certainty: "C",
      source,
    },
  ];
}
