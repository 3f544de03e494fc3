import type { Language } from "./language.js";

export type TimelineKind = "message" | "decision" | "money" | "agreement" | "note" | "hold" | "consent";

export type Described = Readonly<Record<Language, string>> & { readonly kind: TimelineKind };
