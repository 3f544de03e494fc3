import type { StageId } from "../../../shared/stage.js";

export type CadenceLanguage = "en" | "es" | "pt-BR";

const CADENCES: Readonly<Record<CadenceLanguage, Readonly<Record<StageId, string>>>> = {
  en: {
    pre_due: "Before the due date",
    due: "On the due date",
    d1_30: "1 to 30 days late",
    d31_90: "31 to 90 days late",
    d91_plus: "More than 90 days late",
  },
  es: {
    pre_due: "Antes del vencimiento",
    due: "El día del vencimiento",
    d1_30: "De 1 a 30 días de atraso",
    d31_90: "De 31 a 90 días de atraso",
    d91_plus: "Más de 90 días de atraso",
  },
  "pt-BR": {
    pre_due: "Antes do vencimento",
    due: "No dia do vencimento",
    d1_30: "De 1 a 30 dias de atraso",
    d31_90: "De 31 a 90 dias de atraso",
    d91_plus: "Mais de 90 dias de atraso",
  },
};

const STEPS: Readonly<Record<CadenceLanguage, { before(days: number): string; readonly due: string; after(days: number): string }>> = {
  en: {
    before: (days) => (days === 1 ? "1 day before" : `${days} days before`),
    due: "On the due date",
    after: (days) => (days === 1 ? "1 day after" : `${days} days after`),
  },
  es: {
    before: (days) => (days === 1 ? "1 día antes" : `${days} días antes`),
    due: "El día del vencimiento",
    after: (days) => (days === 1 ? "1 día después" : `${days} días después`),
  },
  "pt-BR": {
    before: (days) => (days === 1 ? "1 dia antes" : `${days} dias antes`),
    due: "No dia do vencimento",
    after: (days) => (days === 1 ? "1 dia depois" : `${days} dias depois`),
  },
};

export function cadenceName(stage: StageId, language: CadenceLanguage): string {
  return CADENCES[language][stage];
}

export function stepName(offsetDays: number, language: CadenceLanguage): string {
  const words = STEPS[language];
  if (offsetDays === 0) return words.due;
  return offsetDays < 0 ? words.before(-offsetDays) : words.after(offsetDays);
}
