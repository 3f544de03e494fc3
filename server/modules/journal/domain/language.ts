export type Language = "en" | "es" | "pt-BR";
