import type { Language } from "./language.js";

type Words = Readonly<Record<Language, string>>;

/** What Saldo does by itself, by the name of its job or lane, as people call it. */
export const WORKS: Readonly<Record<string, Words>> = {
  dispatch: { en: "sending messages", es: "enviar mensajes", "pt-BR": "enviar mensagens" },
  reconcile: {
    en: "looking up messages whose outcome is not known",
    es: "buscar mensajes cuyo resultado no se conoce",
    "pt-BR": "procurar mensagens cujo resultado não se conhece",
  },
  inbox: { en: "taking in webhooks", es: "procesar webhooks", "pt-BR": "processar webhooks" },
  reread: { en: "reading message states again", es: "releer estados de mensajes", "pt-BR": "reler estados de mensagens" },
  plan: { en: "planning messages", es: "planificar mensajes", "pt-BR": "planejar mensagens" },
  promises: { en: "judging promises", es: "evaluar promesas", "pt-BR": "avaliar promessas" },
  segments: { en: "refreshing segments", es: "actualizar segmentos", "pt-BR": "atualizar segmentos" },
  actions: {
    en: "labels, notes and assignments in the helpdesk",
    es: "etiquetas, notas y asignaciones en la mesa de ayuda",
    "pt-BR": "etiquetas, notas e atribuições na central de atendimento",
  },
  imports: { en: "taking in files", es: "procesar archivos", "pt-BR": "processar arquivos" },
  listing: {
    en: "reading new messages from the helpdesk",
    es: "leer mensajes nuevos de la mesa de ayuda",
    "pt-BR": "ler mensagens novas da central de atendimento",
  },
  "host.sweep": {
    en: "reading the states of sent messages",
    es: "leer los estados de mensajes enviados",
    "pt-BR": "ler os estados de mensagens enviadas",
  },
  "host.webhook": {
    en: "checking the webhook in the helpdesk",
    es: "revisar el webhook en la mesa de ayuda",
    "pt-BR": "verificar o webhook na central de atendimento",
  },
  "host.blocks": {
    en: "reading blocked contacts again",
    es: "releer contactos bloqueados",
    "pt-BR": "reler contatos bloqueados",
  },
  "host.clean_up": { en: "deleting old webhooks", es: "borrar webhooks antiguos", "pt-BR": "apagar webhooks antigos" },
  "journal.checkpoints": {
    en: "signing checkpoints of the journal",
    es: "firmar puntos de control del registro",
    "pt-BR": "assinar pontos de controle do registro",
  },
  "accounts.health": {
    en: "looking after the connection to the helpdesk",
    es: "cuidar la conexión con la mesa de ayuda",
    "pt-BR": "cuidar da conexão com a central de atendimento",
  },
  "imports.forget": { en: "deleting old uploads", es: "borrar archivos subidos antiguos", "pt-BR": "apagar arquivos enviados antigos" },
  "portfolio.number-places": {
    en: "finding out where numbers are from",
    es: "averiguar de dónde son los números",
    "pt-BR": "descobrir de onde são os números",
  },
  "accounts.clean_up": { en: "deleting old sessions", es: "borrar sesiones antiguas", "pt-BR": "apagar sessões antigas" },
  "templates.refresh": {
    en: "reading template approvals",
    es: "leer aprobaciones de plantillas",
    "pt-BR": "ler aprovações de modelos",
  },
};

/** Why it could not be done: the codes of `problemOf` and the helpdesk's. */
export const PROBLEMS: Readonly<Record<string, Words>> = {
  "seal.unreadable": {
    en: "what is stored sealed does not open",
    es: "lo guardado bajo sello no se abre",
    "pt-BR": "o que está guardado sob selo não abre",
  },
  "data.malformed": {
    en: "stored data cannot be read",
    es: "los datos guardados no se pueden leer",
    "pt-BR": "os dados guardados não podem ser lidos",
  },
  "zone.unknown": { en: "unknown time zone", es: "zona horaria desconocida", "pt-BR": "fuso horário desconhecido" },
  "database.failed": { en: "the database refused", es: "la base de datos se negó", "pt-BR": "o banco de dados recusou" },
  "import.gave_up": {
    en: "Saldo was stopped several times in the middle of the file",
    es: "Saldo se detuvo varias veces en medio del archivo",
    "pt-BR": "o Saldo foi interrompido várias vezes no meio do arquivo",
  },
  unexpected: { en: "a fault of Saldo", es: "una falla de Saldo", "pt-BR": "uma falha do Saldo" },
  "host.unreachable": {
    en: "the helpdesk does not answer",
    es: "la mesa de ayuda no responde",
    "pt-BR": "a central de atendimento não responde",
  },
  "host.token_refused": {
    en: "the helpdesk refused the stored token",
    es: "la mesa de ayuda rechazó el token guardado",
    "pt-BR": "a central de atendimento recusou o token guardado",
  },
};

/** Work that has no words keeps its name: nothing on record is hidden. */
export function nameOfWork(work: string, language: Language): string {
  return WORKS[work]?.[language] ?? work;
}
