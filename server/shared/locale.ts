/** Languages that people read Saldo in, as BCP 47 spells them. Who spells otherwise (WhatsApp writes `pt_BR`) is translated where it is met. */
export const LOCALES = ["en", "es", "pt-BR"] as const;

export type Locale = (typeof LOCALES)[number];

/** A language as BCP 47 spells it, however WhatsApp and the helpdesk do: `pt_BR` is `pt-BR`. */
export function languageTag(language: string): string {
  return language.replaceAll("_", "-");
}
