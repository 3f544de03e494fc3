import type { Language } from "./language.js";
import { PROBLEMS } from "./words-of-work.js";

/** Codes that payloads carry and people read. */
const WORDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  // holds, cases and what an answer means
  dispute: { en: "disputes the debt", es: "reclama la deuda", "pt-BR": "contesta a dívida" },
  already_paid: { en: "says it is paid", es: "dice que ya pagó", "pt-BR": "diz que já pagou" },
  wrong_person: { en: "wrong person", es: "persona equivocada", "pt-BR": "pessoa errada" },
  opt_out: { en: "wants no more messages", es: "no quiere más mensajes", "pt-BR": "não quer mais mensagens" },
  shared_number: { en: "the number is several debtors'", es: "el número es de varios deudores", "pt-BR": "o número é de vários devedores" },
  blocked: { en: "blocked in the helpdesk", es: "bloqueado en la mesa de ayuda", "pt-BR": "bloqueado na central de atendimento" },
  talk_to_person: { en: "wants to talk to a person", es: "quiere hablar con una persona", "pt-BR": "quer falar com uma pessoa" },
  payment_plan: { en: "wants a payment plan", es: "quiere un plan de pagos", "pt-BR": "quer um plano de pagamento" },
  more_time: { en: "needs more time", es: "necesita más tiempo", "pt-BR": "precisa de mais tempo" },
  broken_promises: { en: "did not keep two promises", es: "no cumplió dos promesas", "pt-BR": "não cumpriu duas promessas" },
  day: { en: "named a day", es: "indicó un día", "pt-BR": "indicou um dia" },
  reminder: {
    en: "wants no reminder before a day",
    es: "no quiere recordatorios antes de un día",
    "pt-BR": "não quer lembretes antes de um dia",
  },
  partially_kept: { en: "a part was paid", es: "se pagó una parte", "pt-BR": "uma parte foi paga" },
  broken: { en: "nothing was paid", es: "no se pagó nada", "pt-BR": "nada foi pago" },
  held: {
    en: "overtaken by a dispute or another hold",
    es: "hay un reclamo u otra suspensión",
    "pt-BR": "há uma contestação ou outra pausa",
  },
  taken_back: { en: "taken back", es: "retirada", "pt-BR": "retirada" },
  pay_now: { en: "wants to pay", es: "quiere pagar", "pt-BR": "quer pagar" },
  question: { en: "has a question", es: "tiene una pregunta", "pt-BR": "tem uma pergunta" },
  remind_me: { en: "wants a reminder", es: "quiere un recordatorio", "pt-BR": "quer um lembrete" },
  no_text: { en: "sent no text", es: "no envió texto", "pt-BR": "não enviou texto" },
  unclear: { en: "not understood", es: "no se entendió", "pt-BR": "não foi entendido" },
  needs_person: { en: "needs a person", es: "requiere una persona", "pt-BR": "precisa de uma pessoa" },
  legal: { en: "legal case", es: "caso legal", "pt-BR": "caso jurídico" },
  manual: { en: "set by hand", es: "puesta a mano", "pt-BR": "definida manualmente" },
  not_in_file: { en: "not in the last file", es: "no está en el último archivo", "pt-BR": "não está no último arquivo" },
  unreadable_row: {
    en: "a row about it could not be read in full",
    es: "una fila sobre ella no se pudo leer completa",
    "pt-BR": "uma linha sobre ela não pôde ser lida por completo",
  },
  unreadable_payment: {
    en: "a payment in a file could not be read",
    es: "un pago de un archivo no se pudo leer",
    "pt-BR": "um pagamento de um arquivo não pôde ser lido",
  },
  promise: { en: "promise to pay", es: "promesa de pago", "pt-BR": "promessa de pagamento" },

  // who was refused at the doors
  sign_in_failed: { en: "failed sign-ins", es: "inicios de sesión fallidos", "pt-BR": "entradas que falharam" },
  sign_in_limited: {
    en: "sign-ins beyond the limit",
    es: "inicios de sesión por encima del límite",
    "pt-BR": "entradas acima do limite",
  },
  key_unknown: { en: "unknown API keys", es: "claves de API desconocidas", "pt-BR": "chaves de API desconhecidas" },
  access_denied: {
    en: "requests the role does not allow",
    es: "solicitudes que el rol no permite",
    "pt-BR": "pedidos que o papel não permite",
  },
  origin_refused: {
    en: "requests from another site",
    es: "solicitudes desde otro sitio",
    "pt-BR": "pedidos de outro site",
  },
  webhook_refused: { en: "forged or stale webhooks", es: "webhooks falsos o vencidos", "pt-BR": "webhooks falsos ou vencidos" },
  too_large: { en: "requests that were too large", es: "solicitudes demasiado grandes", "pt-BR": "pedidos grandes demais" },
  too_many: { en: "requests beyond a limit", es: "solicitudes por encima de un límite", "pt-BR": "pedidos acima de um limite" },

  // what WhatsApp says of a template
  APPROVED: { en: "approved", es: "aprobada", "pt-BR": "aprovado" },
  PENDING: { en: "in review", es: "en revisión", "pt-BR": "em análise" },
  REJECTED: { en: "rejected", es: "rechazada", "pt-BR": "rejeitado" },
  PAUSED: { en: "paused", es: "en pausa", "pt-BR": "pausado" },
  DISABLED: { en: "disabled", es: "deshabilitada", "pt-BR": "desativado" },

  // why a message was not sent
  paid: { en: "paid", es: "pagada", "pt-BR": "paga" },
  anchor_settled: { en: "the debt is no longer owed", es: "la deuda ya no está pendiente", "pt-BR": "a dívida não está mais em aberto" },
  nothing_owed: { en: "nothing is owed", es: "no hay deuda pendiente", "pt-BR": "nada em aberto" },
  on_hold: { en: "the debt is on hold", es: "la deuda está en pausa", "pt-BR": "a dívida está em pausa" },
  database_restored: {
    en: "the database was restored from a backup",
    es: "la base de datos se restauró de una copia",
    "pt-BR": "o banco de dados foi restaurado de um backup",
  },
  clock_in_doubt: {
    en: "it is not certain what time it is: our clock and the helpdesk's disagree",
    es: "no es seguro qué hora es: nuestro reloj y el de la mesa de ayuda no coinciden",
    "pt-BR": "não é certo que horas são: nosso relógio e o do atendimento não coincidem",
  },
  words_unread: {
    en: "what debtors wrote is not read yet",
    es: "aún no se ha leído lo que escribieron los deudores",
    "pt-BR": "o que os devedores escreveram ainda não foi lido",
  },
  reauthorise: {
    en: "WhatsApp must be authorised again for the inbox",
    es: "hay que volver a autorizar WhatsApp en el canal",
    "pt-BR": "é preciso autorizar o WhatsApp de novo na caixa",
  },
  gone: { en: "the inbox is gone", es: "el canal ya no existe", "pt-BR": "a caixa não existe mais" },
  not_whatsapp: { en: "the inbox is no WhatsApp inbox", es: "el canal no es de WhatsApp", "pt-BR": "a caixa não é de WhatsApp" },
  template_not_sendable: { en: "template not approved", es: "plantilla no aprobada", "pt-BR": "modelo não aprovado" },
  "exit.replied": { en: "the debtor has replied", es: "el deudor respondió", "pt-BR": "o devedor respondeu" },
  "exit.promised": { en: "the debtor has promised to pay", es: "el deudor prometió pagar", "pt-BR": "o devedor prometeu pagar" },
  "exit.small_balance": {
    en: "the balance is below the amount that is chased",
    es: "el saldo es menor que el monto que se cobra",
    "pt-BR": "o saldo é menor que o valor que se cobra",
  },
  "exit.archived": { en: "its cadence was archived", es: "su cadencia fue archivada", "pt-BR": "sua cadência foi arquivada" },
  cadence_paused: { en: "its cadence is paused", es: "su cadencia está en pausa", "pt-BR": "sua cadência está pausada" },
  debtor_erased: { en: "debtor erased", es: "deudor suprimido", "pt-BR": "devedor apagado" },
  debtor_missing: { en: "debtor not found", es: "deudor no encontrado", "pt-BR": "devedor não encontrado" },
  number_differs: { en: "the number changed", es: "el número cambió", "pt-BR": "o número mudou" },
  several_numbers: {
    en: "the helpdesk's contact has two different numbers",
    es: "el contacto de la mesa de ayuda tiene dos números distintos",
    "pt-BR": "o contato da central de atendimento tem dois números diferentes",
  },
  number_not_told: {
    en: "the helpdesk does not tell which number it would go to",
    es: "la mesa de ayuda no dice a qué número iría",
    "pt-BR": "a central de atendimento não diz para qual número iria",
  },
  number_refused: {
    en: "the helpdesk does not take the number",
    es: "la mesa de ayuda no acepta el número",
    "pt-BR": "a central de atendimento não aceita o número",
  },
  number_missing: {
    en: "no number that may be used",
    es: "no hay un número que se pueda usar",
    "pt-BR": "não há número que possa ser usado",
  },
  conversation_shared: {
    en: "the number's conversation is another debtor's",
    es: "la conversación de ese número es de otro deudor",
    "pt-BR": "a conversa desse número é de outro devedor",
  },
  conversation_missing: {
    en: "there is no conversation to write in",
    es: "no hay conversación en la que escribir",
    "pt-BR": "não há conversa em que escrever",
  },
  conversation_gone: {
    en: "the conversation was deleted in the helpdesk",
    es: "la conversación se eliminó en la mesa de ayuda",
    "pt-BR": "a conversa foi excluída na central de atendimento",
  },
  missing: {
    en: "the helpdesk does not have the conversation any more",
    es: "la mesa de ayuda ya no tiene la conversación",
    "pt-BR": "a central de atendimento não tem mais a conversa",
  },
  unauthorised: {
    en: "the helpdesk refused the sender's access token",
    es: "la mesa de ayuda rechazó el token de acceso del remitente",
    "pt-BR": "a central de atendimento recusou o token de acesso do remetente",
  },

  "host.failed": { en: "the helpdesk failed", es: "la mesa de ayuda falló", "pt-BR": "a central de atendimento falhou" },
  "host.unreachable": {
    en: "the helpdesk does not answer",
    es: "la mesa de ayuda no responde",
    "pt-BR": "a central de atendimento não responde",
  },
  "host.unreadable": {
    en: "the helpdesk's answer could not be read",
    es: "no se pudo leer la respuesta de la mesa de ayuda",
    "pt-BR": "não foi possível ler a resposta da central de atendimento",
  },
  "host.not_json": {
    en: "something else answers at the helpdesk's address",
    es: "en la dirección de la mesa de ayuda responde otra cosa",
    "pt-BR": "no endereço da central de atendimento responde outra coisa",
  },
  "host.not_found": {
    en: "the helpdesk does not have the contact any more",
    es: "la mesa de ayuda ya no tiene el contacto",
    "pt-BR": "a central de atendimento não tem mais o contato",
  },
  "host.refused": {
    en: "the helpdesk refused the contact or conversation",
    es: "la mesa de ayuda rechazó el contacto o la conversación",
    "pt-BR": "a central de atendimento recusou o contato ou a conversa",
  },
  "seal.unreadable": {
    en: "sealed data cannot be opened any more",
    es: "hay datos sellados que ya no se pueden abrir",
    "pt-BR": "há dados lacrados que não podem mais ser abertos",
  },
  unexpected: { en: "something unforeseen", es: "algo imprevisto", "pt-BR": "algo imprevisto" },

  // what is wrong with an account's place in the helpdesk
  token_refused: {
    en: "the stored access token of the administrator is refused",
    es: "se rechaza el token de acceso guardado del administrador",
    "pt-BR": "o token de acesso guardado do administrador é recusado",
  },
  token_demoted: {
    en: "the person of the stored access token is no administrator any more",
    es: "la persona del token de acceso guardado ya no es administradora",
    "pt-BR": "a pessoa do token de acesso guardado não é mais administradora",
  },
  inbox_gone: {
    en: "the WhatsApp inbox is gone",
    es: "la bandeja de entrada de WhatsApp ya no existe",
    "pt-BR": "a caixa de entrada do WhatsApp não existe mais",
  },
  sender_refused: {
    en: "the sender's access token is refused",
    es: "se rechaza el token de acceso del remitente",
    "pt-BR": "o token de acesso do remetente é recusado",
  },
  team_missing: {
    en: "the team for debtors who need a person is gone",
    es: "ya no existe el equipo para deudores que necesitan a una persona",
    "pt-BR": "a equipe para devedores que precisam de uma pessoa não existe mais",
  },
  label_missing: {
    en: "the label for debtors who need a person is gone",
    es: "ya no existe la etiqueta para deudores que necesitan a una persona",
    "pt-BR": "a etiqueta para devedores que precisam de uma pessoa não existe mais",
  },
  tab_missing: {
    en: "Saldo's tab beside the conversations is gone",
    es: "ya no existe la pestaña de Saldo junto a las conversaciones",
    "pt-BR": "a aba do Saldo ao lado das conversas não existe mais",
  },

  timeout: { en: "no answer in time", es: "sin respuesta a tiempo", "pt-BR": "sem resposta a tempo" },
  reset: { en: "connection lost", es: "conexión perdida", "pt-BR": "conexão perdida" },
  unreachable: { en: "not reachable", es: "inaccesible", "pt-BR": "inacessível" },
  throttled: { en: "too many requests", es: "demasiadas solicitudes", "pt-BR": "solicitações demais" },

  ...PROBLEMS,

  // channels
  whatsapp: { en: "WhatsApp", es: "WhatsApp", "pt-BR": "WhatsApp" },
  call: { en: "phone", es: "teléfono", "pt-BR": "telefone" },
  email: { en: "e-mail", es: "correo", "pt-BR": "e-mail" },
  sms: { en: "SMS", es: "SMS", "pt-BR": "SMS" },
};

/** The word for a code; anything else (a template's name, a reference) as it is. */
export function wordOf(code: string, language: Language): string {
  return WORDS[code]?.[language] ?? code;
}
