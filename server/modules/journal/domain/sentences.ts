import type { Language } from "./language.js";

export type TimelineKind = "message" | "decision" | "money" | "agreement" | "note" | "hold" | "consent";

export type Described = Readonly<Record<Language, string>> & { readonly kind: TimelineKind };

/**
 * What the record types of all modules say to people, in the form `sentenceOf` reads. The modules own the types; the sentences stand
 * together because they are one text in three languages, reviewed as one.
 */
export const CATALOGUE: Readonly<Record<string, Described>> = {
  // outbox
  "message.intended": {
    kind: "message",
    en: "Message about to be sent[ (template {template})]",
    es: "Mensaje por enviar[ (plantilla {template})]",
    "pt-BR": "Mensagem prestes a ser enviada[ (modelo {template})]",
  },
  "message.accepted": {
    kind: "message",
    en: "The helpdesk took the message",
    es: "La mesa de ayuda recibió el mensaje",
    "pt-BR": "A central de atendimento recebeu a mensagem",
  },
  "message.handed_over": {
    kind: "message",
    en: "WhatsApp took the message",
    es: "WhatsApp recibió el mensaje",
    "pt-BR": "O WhatsApp recebeu a mensagem",
  },
  "message.delivered": { kind: "message", en: "Message delivered", es: "Mensaje entregado", "pt-BR": "Mensagem entregue" },
  "message.read": { kind: "message", en: "Message read", es: "Mensaje leído", "pt-BR": "Mensagem lida" },
  "message.failed": {
    kind: "message",
    en: "Message not delivered[: {reason}]",
    es: "Mensaje no entregado[: {reason}]",
    "pt-BR": "Mensagem não entregue[: {reason}]",
  },
  "message.doubted": {
    kind: "message",
    en: "Not known whether the message went out; being looked up in the helpdesk",
    es: "No se sabe si el mensaje salió; se está buscando en la mesa de ayuda",
    "pt-BR": "Não se sabe se a mensagem saiu; procurando na central de atendimento",
  },
  "message.refused": {
    kind: "message",
    en: "The helpdesk did not take the message[: {reason}]",
    es: "La mesa de ayuda no recibió el mensaje[: {reason}]",
    "pt-BR": "A central de atendimento não aceitou a mensagem[: {reason}]",
  },
  "message.proven_absent": {
    kind: "message",
    en: "Proven: the message was never sent",
    es: "Comprobado: el mensaje nunca se envió",
    "pt-BR": "Comprovado: a mensagem nunca foi enviada",
  },
  "message.found_late": {
    kind: "message",
    en: "The message was found in the helpdesk after all",
    es: "El mensaje sí apareció en la mesa de ayuda",
    "pt-BR": "A mensagem apareceu na central de atendimento",
  },
  "message.denied": {
    kind: "decision",
    en: "Message not allowed; not sent",
    es: "Mensaje no permitido; no se envió",
    "pt-BR": "Mensagem não permitida; não enviada",
  },
  "message.deferred": {
    kind: "decision",
    en: "Message not allowed yet; it waits[: {reason}]",
    es: "Mensaje aún no permitido; espera[: {reason}]",
    "pt-BR": "Mensagem ainda não permitida; aguarda[: {reason}]",
  },
  "message.expired": {
    kind: "message",
    en: "The message's day passed without sending it",
    es: "Pasó el día del mensaje sin enviarlo",
    "pt-BR": "O dia da mensagem passou sem envio",
  },
  "message.cancelled": {
    kind: "message",
    en: "Message cancelled[: {reason}]",
    es: "Mensaje cancelado[: {reason}]",
    "pt-BR": "Mensagem cancelada[: {reason}]",
  },
  "message.parked": {
    kind: "message",
    en: "Message set aside for a person[: {reason}]",
    es: "Mensaje apartado para una persona[: {reason}]",
    "pt-BR": "Mensagem separada para uma pessoa[: {reason}]",
  },
  "message.received": { kind: "message", en: "The debtor wrote", es: "El deudor escribió", "pt-BR": "O devedor escreveu" },
  "messages.planned": {
    kind: "message",
    en: "Messages planned[: {count}]",
    es: "Mensajes planificados[: {count}]",
    "pt-BR": "Mensagens planejadas[: {count}]",
  },
  "violation.detected": {
    kind: "decision",
    en: "A message arrived outside the lawful hours",
    es: "Un mensaje llegó fuera del horario legal",
    "pt-BR": "Uma mensagem chegou fora do horário legal",
  },

  // policy
  "opt_out.recorded": {
    kind: "consent",
    en: "The debtor asked for no more messages[ by {channel}]",
    es: "El deudor pidió no recibir más mensajes[ por {channel}]",
    "pt-BR": "O devedor pediu para não receber mais mensagens[ por {channel}]",
  },
  "opt_out.ended": {
    kind: "consent",
    en: "Messages[ by {channel}] are welcome again",
    es: "Se aceptan mensajes[ por {channel}] de nuevo",
    "pt-BR": "Mensagens[ por {channel}] voltaram a ser aceitas",
  },
  "attempt.observed": {
    kind: "message",
    en: "Contact outside Saldo[ by {channel}]; it counts",
    es: "Contacto fuera de Saldo[ por {channel}]; cuenta",
    "pt-BR": "Contato fora do Saldo[ por {channel}]; conta",
  },

  // portfolio
  "debtor.imported": { kind: "note", en: "Debtor imported", es: "Deudor importado", "pt-BR": "Devedor importado" },
  "debtor.changed": {
    kind: "note",
    en: "Debtor's data changed",
    es: "Cambiaron los datos del deudor",
    "pt-BR": "Dados do devedor alterados",
  },
  "debtor.erased": {
    kind: "note",
    en: "Debtor's personal data erased",
    es: "Datos personales del deudor suprimidos",
    "pt-BR": "Dados pessoais do devedor apagados",
  },
  "number.shared": {
    kind: "note",
    en: "The number belongs to several debtors; it is not used",
    es: "El número es de varios deudores; no se usa",
    "pt-BR": "O número é de vários devedores; não é usado",
  },
  "number.cleared": {
    kind: "note",
    en: "The number belongs to one debtor again",
    es: "El número vuelve a ser de un solo deudor",
    "pt-BR": "O número voltou a ser de um só devedor",
  },
  "debt.imported": {
    kind: "money",
    en: "Debt[ {reference}] imported[: {amount}]",
    es: "Deuda[ {reference}] importada[: {amount}]",
    "pt-BR": "Dívida[ {reference}] importada[: {amount}]",
  },
  "debt.changed": {
    kind: "money",
    en: "Debt[ {reference}] changed[: {amount}]",
    es: "Cambió la deuda[ {reference}][: {amount}]",
    "pt-BR": "Dívida[ {reference}] alterada[: {amount}]",
  },
  "payment.received": {
    kind: "money",
    en: "Payment received[: {amount}]",
    es: "Pago recibido[: {amount}]",
    "pt-BR": "Pagamento recebido[: {amount}]",
  },
  "payment.reversed": {
    kind: "money",
    en: "Payment taken back[: {amount}]",
    es: "Pago revertido[: {amount}]",
    "pt-BR": "Pagamento estornado[: {amount}]",
  },
  "payment.identified": {
    kind: "money",
    en: "Payment assigned to its debt[: {amount}]",
    es: "Pago asignado a su deuda[: {amount}]",
    "pt-BR": "Pagamento atribuído à dívida[: {amount}]",
  },
  "hold.placed": {
    kind: "hold",
    en: "Not to be contacted for now[: {reason}]",
    es: "En pausa, sin contacto[: {reason}]",
    "pt-BR": "Em pausa, sem contato[: {reason}]",
  },
  "hold.released": {
    kind: "hold",
    en: "The pause ended[: {reason}]",
    es: "Terminó la pausa[: {reason}]",
    "pt-BR": "A pausa terminou[: {reason}]",
  },
  "consent.granted": {
    kind: "consent",
    en: "Consent given[ for {channel}]",
    es: "Autorización otorgada[ para {channel}]",
    "pt-BR": "Consentimento dado[ para {channel}]",
  },
  "consent.withdrawn": {
    kind: "consent",
    en: "Consent withdrawn[ for {channel}]",
    es: "Autorización retirada[ para {channel}]",
    "pt-BR": "Consentimento retirado[ para {channel}]",
  },
  "import.finished": { kind: "note", en: "Import finished", es: "Importación terminada", "pt-BR": "Importação concluída" },
  "import.failed": { kind: "note", en: "Import failed", es: "La importación falló", "pt-BR": "A importação falhou" },

  // answers and cases
  "answer.received": {
    kind: "message",
    en: "The debtor answered[: {intent}]",
    es: "El deudor respondió[: {intent}]",
    "pt-BR": "O devedor respondeu[: {intent}]",
  },
  "case.escalated": {
    kind: "note",
    en: "A person was called[: {reason}]",
    es: "Se llamó a una persona[: {reason}]",
    "pt-BR": "Uma pessoa foi chamada[: {reason}]",
  },
  "case.resolved": { kind: "note", en: "Case resolved", es: "Caso resuelto", "pt-BR": "Caso resolvido" },

  // templates and cadences
  "template.status_changed": {
    kind: "note",
    en: "Template[ {template}] is now {status}",
    es: "La plantilla[ {template}] está ahora {status}",
    "pt-BR": "O modelo[ {template}] agora está {status}",
  },
  "cadence.published": { kind: "note", en: "Cadence published", es: "Cadencia publicada", "pt-BR": "Cadência publicada" },

  // journal
  "checkpoint.signed": {
    kind: "note",
    en: "Records up to {seq} signed",
    es: "Registros firmados hasta {seq}",
    "pt-BR": "Registros assinados até {seq}",
  },
  "journal.exported": { kind: "note", en: "Journal exported", es: "Registro exportado", "pt-BR": "Registro exportado" },
  "journal.verified": { kind: "note", en: "Journal verified", es: "Registro verificado", "pt-BR": "Registro verificado" },
};
