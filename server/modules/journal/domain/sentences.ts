import type { Described } from "./described.js";
import { ANSWERS } from "./sentences-of-answers.js";
import { CADENCES } from "./sentences-of-cadences.js";
import { MONEY } from "./sentences-of-money.js";

/**
 * What the record types of all modules say to people, in the form `sentenceOf` reads. The modules own the types; the sentences stand
 * together because they are one text in three languages, reviewed as one.
 */
export const CATALOGUE: Readonly<Record<string, Described>> = {
  // outbox
  "message.intended": {
    kind: "message",
    en: "Message about to be sent",
    es: "Mensaje por enviar",
    "pt-BR": "Mensagem prestes a ser enviada",
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
    en: "Message not delivered[ (error {code})]",
    es: "Mensaje no entregado[ (error {code})]",
    "pt-BR": "Mensagem não entregue[ (erro {code})]",
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
  "number.blocked": {
    kind: "decision",
    en: "The contact is blocked in the helpdesk: nothing is sent to it",
    es: "El contacto está bloqueado en la mesa de ayuda: no se le envía nada",
    "pt-BR": "O contato está bloqueado na central de atendimento: nada é enviado a ele",
  },
  "number.unblocked": {
    kind: "decision",
    en: "The contact is no longer blocked in the helpdesk",
    es: "El contacto ya no está bloqueado en la mesa de ayuda",
    "pt-BR": "O contato não está mais bloqueado na central de atendimento",
  },
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
  ...MONEY,
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
  "import.set_aside": {
    kind: "note",
    en: "Import set aside: Saldo was stopped several times in the middle of the file",
    es: "Importación apartada: Saldo se detuvo varias veces en medio del archivo",
    "pt-BR": "Importação separada: o Saldo foi interrompido várias vezes no meio do arquivo",
  },
  "number.assigned": {
    kind: "consent",
    en: "A number of several debtors was said to be this one's",
    es: "Se indicó que un número de varios deudores es de este",
    "pt-BR": "Foi indicado que um número de vários devedores é deste",
  },
  "number.denied": {
    kind: "consent",
    en: "A number of several debtors was said to be another's; it is no longer used here",
    es: "Se indicó que un número de varios deudores es de otro; aquí ya no se usa",
    "pt-BR": "Foi indicado que um número de vários devedores é de outro; aqui não é mais usado",
  },
  "import.undone": {
    kind: "note",
    en: "Import undone",
    es: "Importación deshecha",
    "pt-BR": "Importação desfeita",
  },
  "debt.undone": {
    kind: "money",
    en: "Debt taken out: the import that brought it was undone",
    es: "Deuda retirada: se deshizo la importación que la trajo",
    "pt-BR": "Dívida retirada: a importação que a trouxe foi desfeita",
  },
  "import.cancelled": {
    kind: "note",
    en: "Import cancelled; what was in stays",
    es: "Importación cancelada; lo que ya había entrado se queda",
    "pt-BR": "Importação cancelada; o que já tinha entrado permanece",
  },

  ...ANSWERS,

  // templates and cadences
  "template.status_changed": {
    kind: "note",
    en: "Template {template}: {to}",
    es: "Plantilla {template}: {to}",
    "pt-BR": "Modelo {template}: {to}",
  },
  "segment.created": {
    kind: "note",
    en: "Segment “{name}” made",
    es: "Segmento “{name}” creado",
    "pt-BR": "Segmento “{name}” criado",
  },
  "segment.changed": {
    kind: "note",
    en: "Segment “{name}” changed",
    es: "Segmento “{name}” modificado",
    "pt-BR": "Segmento “{name}” alterado",
  },
  "segment.archived": {
    kind: "note",
    en: "Segment “{name}” put away",
    es: "Segmento “{name}” archivado",
    "pt-BR": "Segmento “{name}” arquivado",
  },
  "segment.members_changed": {
    kind: "note",
    en: "{joined} debts joined a segment and {left} left it",
    es: "{joined} deudas entraron en un segmento y {left} salieron",
    "pt-BR": "{joined} dívidas entraram em um segmento e {left} saíram",
  },
  ...CADENCES,

  // account, people and helpdesk
  "account.connected": {
    kind: "note",
    en: "Helpdesk account connected",
    es: "Cuenta de la mesa de ayuda conectada",
    "pt-BR": "Conta da central de atendimento conectada",
  },
  "account.changed": { kind: "note", en: "Settings changed", es: "Configuración cambiada", "pt-BR": "Configurações alteradas" },
  "account.troubled": {
    kind: "note",
    en: "Something is wrong in the helpdesk: {trouble}",
    es: "Algo anda mal en la mesa de ayuda: {trouble}",
    "pt-BR": "Algo está errado na central de atendimento: {trouble}",
  },
  "account.recovered": {
    kind: "note",
    en: "In the helpdesk it is over: {trouble}",
    es: "En la mesa de ayuda quedó resuelto: {trouble}",
    "pt-BR": "Na central de atendimento ficou resolvido: {trouble}",
  },
  "account.sender_renewed": {
    kind: "note",
    en: "The sender's access token had changed in the helpdesk; Saldo has taken over the new one",
    es: "El token de acceso del remitente había cambiado en la mesa de ayuda; Saldo tomó el nuevo",
    "pt-BR": "O token de acesso do remetente tinha mudado na central de atendimento; o Saldo assumiu o novo",
  },
  "dispatch.enabled": { kind: "note", en: "Sending turned on", es: "Envío activado", "pt-BR": "Envio ativado" },
  "dispatch.disabled": { kind: "note", en: "Sending turned off", es: "Envío desactivado", "pt-BR": "Envio desativado" },
  "dispatch.stopped": { kind: "note", en: "All sending stopped", es: "Todo el envío detenido", "pt-BR": "Todo o envio interrompido" },
  "dispatch.resumed": { kind: "note", en: "Sending resumed", es: "Envío reanudado", "pt-BR": "Envio retomado" },
  "work.interrupted": {
    kind: "note",
    en: "Could not be done: {work}[ ({problem})]; it is tried again",
    es: "No se pudo hacer: {work}[ ({problem})]; se intenta de nuevo",
    "pt-BR": "Não foi possível: {work}[ ({problem})]; tenta-se de novo",
  },
  "work.parked": {
    kind: "note",
    en: "Set aside, could not be worked on: {work}[ ({problem})]",
    es: "Apartado, no se pudo procesar: {work}[ ({problem})]",
    "pt-BR": "Separado, não foi possível processar: {work}[ ({problem})]",
  },
  "work.released": {
    kind: "note",
    en: "To be tried again: {work}[ ({problem})]",
    es: "Se intentará de nuevo: {work}[ ({problem})]",
    "pt-BR": "Será tentado de novo: {work}[ ({problem})]",
  },
  "work.resumed": {
    kind: "note",
    en: "Is done again: {work}",
    es: "Se hace de nuevo: {work}",
    "pt-BR": "Voltou a funcionar: {work}",
  },
  "session.started": { kind: "note", en: "Signed in", es: "Inició sesión", "pt-BR": "Entrou" },
  "session.ended": { kind: "note", en: "Session ended", es: "Terminó la sesión", "pt-BR": "Sessão encerrada" },
  "refusals.counted": {
    kind: "note",
    en: "Refused at the door: {refusal} ({count})",
    es: "Rechazado en la entrada: {refusal} ({count})",
    "pt-BR": "Recusado na entrada: {refusal} ({count})",
  },
  "api_key.created": { kind: "note", en: "API key made", es: "Clave de API creada", "pt-BR": "Chave de API criada" },
  "api_key.revoked": { kind: "note", en: "API key revoked", es: "Clave de API revocada", "pt-BR": "Chave de API revogada" },
  "compliance.granted": {
    kind: "note",
    en: "Compliance role given to user {user}",
    es: "Rol de cumplimiento dado al usuario {user}",
    "pt-BR": "Papel de conformidade dado ao usuário {user}",
  },
  "compliance.withdrawn": {
    kind: "note",
    en: "Compliance role taken from user {user}",
    es: "Rol de cumplimiento retirado al usuario {user}",
    "pt-BR": "Papel de conformidade retirado do usuário {user}",
  },
  "host.delivery_parked": {
    kind: "note",
    en: "A webhook could not be processed",
    es: "No se pudo procesar un webhook",
    "pt-BR": "Não foi possível processar um webhook",
  },
  "host.rolled_back": {
    kind: "note",
    en: "The helpdesk lost messages it had: it was restored from a backup",
    es: "La mesa de ayuda perdió mensajes que tenía: se restauró una copia",
    "pt-BR": "A central de atendimento perdeu mensagens que tinha: foi restaurada de uma cópia",
  },
  "host.inbox_closed": {
    kind: "note",
    en: "No reminder goes out: {state}",
    es: "No sale ningún recordatorio: {state}",
    "pt-BR": "Nenhum lembrete sai: {state}",
  },
  "host.inbox_opened": {
    kind: "note",
    en: "The inbox takes messages again; what was written meanwhile may be lost",
    es: "El canal vuelve a recibir mensajes; lo escrito mientras tanto puede haberse perdido",
    "pt-BR": "A caixa recebe mensagens de novo; o que foi escrito nesse meio-tempo pode ter se perdido",
  },
  "host.webhook_restored": {
    kind: "note",
    en: "The webhook was installed again",
    es: "El webhook se instaló de nuevo",
    "pt-BR": "O webhook foi instalado de novo",
  },

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
