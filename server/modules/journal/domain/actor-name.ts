import type { Language } from "./language.js";

const NAMES = {
  en: { system: "Saldo", debtor: "Debtor", host: "Helpdesk", key: "API key", user: "User" },
  es: { system: "Saldo", debtor: "Deudor", host: "Mesa de ayuda", key: "Clave de API", user: "Usuario" },
  "pt-BR": { system: "Saldo", debtor: "Devedor", host: "Central de atendimento", key: "Chave de API", user: "Usuário" },
} as const;

/** How a record's actor is shown: `user:12` → "User 12". People's names are not in the journal; the panel may look them up by the number. */
export function actorName(actor: string, language: Language): string {
  const [kind = "", id = ""] = actor.split(":", 2);
  const names: Readonly<Record<string, string>> = NAMES[language];
  const name = names[kind] ?? kind;
  return kind === "user" ? `${name} ${id}` : name;
}
