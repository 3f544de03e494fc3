/** Languages that people read Saldo in, as BCP 47 spells them. Who spells otherwise (WhatsApp writes `pt_BR`) is translated where it is met. */
export const LOCALES = ["en", "es", "pt-BR"] as const;

export type Locale = (typeof LOCALES)[number];
