import type { HolidayDefinition } from "../../../../../shared/holidays.js";
import type { PolicyPack } from "../../pack.js";

/**
 * Holidays of Colombia. Ley 51 de 1983 ("Emiliani") moves most of them to the following Monday; Easter carries five.
 * Ley 2578 de 2026 adds 9 July, moved too, from its first year on.
 */
const HOLIDAYS: readonly HolidayDefinition[] = [
  { name: "Año Nuevo", on: { month: 1, day: 1 } },
  { name: "Día de los Reyes Magos", on: { month: 1, day: 6 }, observed: "next_monday" },
  { name: "Día de San José", on: { month: 3, day: 19 }, observed: "next_monday" },
  { name: "Jueves Santo", on: { easter: -3 } },
  { name: "Viernes Santo", on: { easter: -2 } },
  { name: "Día del Trabajo", on: { month: 5, day: 1 } },
  { name: "Ascensión del Señor", on: { easter: 39 }, observed: "next_monday" },
  { name: "Corpus Christi", on: { easter: 60 }, observed: "next_monday" },
  { name: "Sagrado Corazón de Jesús", on: { easter: 68 }, observed: "next_monday" },
  { name: "San Pedro y San Pablo", on: { month: 6, day: 29 }, observed: "next_monday" },
  { name: "9 de julio, Ley 2578 de 2026", on: { month: 7, day: 9 }, observed: "next_monday", fromYear: 2026 },
  { name: "Día de la Independencia", on: { month: 7, day: 20 } },
  { name: "Batalla de Boyacá", on: { month: 8, day: 7 } },
  { name: "Asunción de la Virgen", on: { month: 8, day: 15 }, observed: "next_monday" },
  { name: "Día de la Raza", on: { month: 10, day: 12 }, observed: "next_monday" },
  { name: "Todos los Santos", on: { month: 11, day: 1 }, observed: "next_monday" },
  { name: "Independencia de Cartagena", on: { month: 11, day: 11 }, observed: "next_monday" },
  { name: "Inmaculada Concepción", on: { month: 12, day: 8 } },
  { name: "Navidad", on: { month: 12, day: 25 } },
];

/** Colombia, Ley 2300 de 2023 ("Dejen de fregar"). Encoded from public sources; have counsel confirm. */
export const CO_2300_OF_2026_11_22: PolicyPack = {
  id: "CO-2300",
  version: "2026-11-22",
  authority: ["Ley 2300 de 2023", "Ley 51 de 1983", "Ley 2578 de 2026", "Corte Constitucional, C-278 de 2024"],
  residence: [{ country: "CO", zones: ["America/Bogota"] }],
  rules: [
    {
      id: "hours",
      kind: "hours",
      week: {
        mon: [["07:00", "19:00"]],
        tue: [["07:00", "19:00"]],
        wed: [["07:00", "19:00"]],
        thu: [["07:00", "19:00"]],
        fri: [["07:00", "19:00"]],
        sat: [["08:00", "15:00"]],
        sun: [],
      },
      class: "law",
      certainty: "A",
      source: "Ley 2300 de 2023, art. 3",
    },
    {
      id: "holidays",
      kind: "holidays",
      holidays: HOLIDAYS,
      class: "law",
      certainty: "A",
      source: "Ley 2300 de 2023, art. 3; Ley 51 de 1983",
    },
    {
      id: "one_contact_a_day",
      kind: "cap",
      max: 1,
      period: "calendar_day",
      per: "debtor",
      class: "law",
      certainty: "A",
      source: "Ley 2300 de 2023, art. 3",
    },
    {
      // "dentro de una misma semana": one and the same week, so the calendar's.
      id: "one_channel_a_week",
      kind: "distinct_channels",
      max: 1,
      period: "calendar_week",
      class: "law",
      certainty: "A",
      source: "Ley 2300 de 2023, art. 3",
    },
    {
      // The supervisor's reading of "contacto directo"; it is disputed, and not the text of the law.
      id: "strict_counting",
      kind: "strict_counting",
      class: "policy",
      certainty: "C",
      source: "Superfinanciera, concepto 2023111476",
    },
    { id: "authorised_channel", kind: "consent", requires: "granted", class: "law", certainty: "A", source: "Ley 2300 de 2023, art. 2" },
    {
      id: "no_third_party",
      kind: "recipient",
      allowed: ["debtor", "co_debtor", "guarantor"],
      class: "law",
      certainty: "A",
      source: "Ley 2300 de 2023, art. 4",
    },
  ],
  exceptions: [
    {
      id: "art_8",
      grounds: ["operation_confirmation", "fraud_alert", "requested_information"],
      source: "Ley 2300 de 2023, art. 8",
      certainty: "A",
    },
  ],
};
