import type { Locale } from "../../contract/common.contract.js";

type Words = Readonly<Record<Locale, string>>;

/** What could not be worked on, by its table. */
const SUBJECTS: Readonly<Record<string, Words>> = {
  account: { en: "the whole account", es: "toda la cuenta", "pt-BR": "a conta inteira" },
  debtor: { en: "a debtor's conversation", es: "la conversación de un deudor", "pt-BR": "a conversa de um devedor" },
  outbox_message: { en: "a message", es: "un mensaje", "pt-BR": "uma mensagem" },
  webhook_delivery: {
    en: "a webhook of the helpdesk",
    es: "un webhook de la mesa de ayuda",
    "pt-BR": "um webhook da central de atendimento",
  },
  host_conversation: { en: "a conversation", es: "una conversación", "pt-BR": "uma conversa" },
  host_action: {
    en: "something to do in the helpdesk",
    es: "una tarea en la mesa de ayuda",
    "pt-BR": "uma tarefa na central de atendimento",
  },
  contact_point: { en: "a debtor's number", es: "el número de un deudor", "pt-BR": "o número de um devedor" },
  contact_block: { en: "a blocked contact", es: "un contacto bloqueado", "pt-BR": "um contato bloqueado" },
  promise: { en: "a promise", es: "una promesa", "pt-BR": "uma promessa" },
  segment: { en: "a segment", es: "un segmento", "pt-BR": "um segmento" },
  cadence: { en: "a cadence", es: "una cadencia", "pt-BR": "uma cadência" },
  portfolio_import: { en: "an import", es: "una importación", "pt-BR": "uma importação" },
  journal_checkpoint: { en: "a checkpoint", es: "un punto de control", "pt-BR": "um ponto de controle" },
};

const ROW: Words = { en: "a row", es: "un registro", "pt-BR": "um registro" };

/** What to do, by the beginning of a problem's code; the first that fits. */
const REMEDIES: readonly (readonly [code: RegExp, words: Words])[] = [
  [
    /^seal\./,
    {
      en: "Check that SALDO_MASTER_KEY is the key this was sealed with. If it is, restore the row from a backup; then try again.",
      es: "Revise que SALDO_MASTER_KEY sea la clave con que se selló. Si lo es, restaure el registro de una copia; luego intente de nuevo.",
      "pt-BR":
        "Verifique se SALDO_MASTER_KEY é a chave com que foi selado. Se for, restaure o registro de um backup; depois tente de novo.",
    },
  ],
  [
    /^cadence\./,
    {
      en: "Open the cadence, correct it and publish it again.",
      es: "Abra la cadencia, corríjala y publíquela de nuevo.",
      "pt-BR": "Abra a cadência, corrija-a e publique-a de novo.",
    },
  ],
  [
    /^segment\./,
    {
      en: "Open the segment, set its rule again and save it.",
      es: "Abra el segmento, defina de nuevo su regla y guárdelo.",
      "pt-BR": "Abra o segmento, defina a regra de novo e salve.",
    },
  ],
  [
    /^template\./,
    {
      en: "The template is not in this installation's library: put it back, or publish the cadence with another one; then try again.",
      es: "La plantilla no está en la biblioteca de esta instalación: repóngala o publique la cadencia con otra; luego intente de nuevo.",
      "pt-BR": "O modelo não está na biblioteca desta instalação: reponha-o ou publique a cadência com outro; depois tente de novo.",
    },
  ],
  [
    /^zone\./,
    {
      en: "Set a time zone that exists, in the settings of the account; then try again.",
      es: "Elija en la configuración de la cuenta una zona horaria que exista; luego intente de nuevo.",
      "pt-BR": "Escolha nas configurações da conta um fuso horário que exista; depois tente de novo.",
    },
  ],
  [
    /^data\./,
    {
      en: "What is stored was damaged: correct and save it in the panel where it can be edited, else restore it from a backup; then try again.",
      es: "Lo guardado se dañó: corríjalo y guárdelo en el panel si se puede editar, si no, restáurelo de una copia; luego intente de nuevo.",
      "pt-BR":
        "O que estava guardado se danificou: corrija e salve no painel se for editável, senão restaure de um backup; depois tente de novo.",
    },
  ],
  [
    /^(number_|conversation_|conversation\.|contact|missing$)/,
    {
      en: "Compare the debtor's number and conversation in the helpdesk with the number in Saldo, correct the wrong one, then try again.",
      es: "Compare el número y la conversación del deudor en la mesa de ayuda con el número en Saldo, corrija el que esté mal y luego intente de nuevo.",
      "pt-BR":
        "Compare o número e a conversa do devedor na central de atendimento com o número no Saldo, corrija o errado e depois tente de novo.",
    },
  ],
  [
    /^(host\.|unauthorised|not_created|unknown)/,
    {
      en: "See in the settings what is wrong with the helpdesk and mend it there; then try again.",
      es: "Vea en la configuración qué falla en la mesa de ayuda y corríjalo allí; luego intente de nuevo.",
      "pt-BR": "Veja nas configurações o que há de errado na central de atendimento e corrija lá; depois tente de novo.",
    },
  ],
  [
    /^import\./,
    {
      en: "Send the file in several parts, or as CSV UTF-8, which takes less to read; or try again after an upgrade or with more memory.",
      es: "Envíe el archivo en varias partes, o como CSV UTF-8, que se lee con menos; o intente de nuevo tras una actualización o con más memoria.",
      "pt-BR":
        "Envie o arquivo em várias partes, ou como CSV UTF-8, que se lê com menos; ou tente de novo após uma atualização ou com mais memória.",
    },
  ],
  [
    /^database\./,
    {
      en: "See in the database's log what it refused (space, rights, a value too long); then try again.",
      es: "Vea en el registro de la base de datos qué rechazó (espacio, permisos, un valor demasiado largo); luego intente de nuevo.",
      "pt-BR": "Veja no log do banco de dados o que ele recusou (espaço, permissões, um valor longo demais); depois tente de novo.",
    },
  ],
];

const LOOK: Words = {
  en: "Look into Saldo's log around that time and report what it says; after an upgrade, or when its cause is gone, try again.",
  es: "Busque en el registro de Saldo alrededor de esa hora e informe lo que dice; tras una actualización, o cuando la causa ya no exista, intente de nuevo.",
  "pt-BR":
    "Procure no log do Saldo por volta dessa hora e relate o que diz; após uma atualização, ou quando a causa não existir mais, tente de novo.",
};

export function subjectInWords(subject: string, locale: Locale): string {
  return (SUBJECTS[subject] ?? ROW)[locale];
}

export function remedyFor(problem: string, locale: Locale): string {
  return (REMEDIES.find(([code]) => code.test(problem))?.[1] ?? LOOK)[locale];
}
