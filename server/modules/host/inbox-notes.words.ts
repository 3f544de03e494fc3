import type { Locale } from "../../shared/locale.js";
import type { InboxState } from "./host-api.port.js";

/** What a person of the desk reads when the inbox closes or opens. Nothing of the debtor in whose conversation it stands. */
export const INBOX_NOTES: Readonly<Record<InboxState, Readonly<Record<Locale, string>>>> = {
  reauthorise: {
    en: "Saldo: the helpdesk says that WhatsApp must be authorised again for this inbox. Until then it may drop what people write, so no reminder leaves.\n\nPlease reconnect the inbox in the helpdesk under Settings → Inboxes. Saldo notices within a minute.",
    es: "Saldo: la mesa de ayuda indica que hay que volver a autorizar WhatsApp para este canal. Hasta entonces puede perder lo que escriban las personas, por eso no sale ningún recordatorio.\n\nPor favor reconecte el canal en la mesa de ayuda, en Configuración → Bandejas de entrada. Saldo lo nota en un minuto.",
    "pt-BR":
      "Saldo: a central de atendimento informa que é preciso autorizar o WhatsApp de novo nesta caixa. Até lá ela pode perder o que as pessoas escrevem, por isso nenhum lembrete sai.\n\nPor favor reconecte a caixa na central, em Configurações → Caixas de entrada. O Saldo percebe em um minuto.",
  },
  gone: {
    en: "Saldo: the WhatsApp inbox was removed from the helpdesk. No reminder leaves.\n\nPlease connect Saldo again and choose another inbox.",
    es: "Saldo: el canal de WhatsApp fue eliminado de la mesa de ayuda. No sale ningún recordatorio.\n\nPor favor conecte Saldo de nuevo y elija otro canal.",
    "pt-BR":
      "Saldo: a caixa de WhatsApp foi removida da central de atendimento. Nenhum lembrete sai.\n\nPor favor conecte o Saldo de novo e escolha outra caixa.",
  },
  not_whatsapp: {
    en: "Saldo: the inbox is no WhatsApp inbox any more. No reminder leaves.\n\nPlease connect Saldo again and choose a WhatsApp inbox.",
    es: "Saldo: el canal ya no es de WhatsApp. No sale ningún recordatorio.\n\nPor favor conecte Saldo de nuevo y elija un canal de WhatsApp.",
    "pt-BR":
      "Saldo: a caixa não é mais de WhatsApp. Nenhum lembrete sai.\n\nPor favor conecte o Saldo de novo e escolha uma caixa de WhatsApp.",
  },
  open: {
    en: "Saldo: the inbox takes messages again. Reminders go on as soon as what was written since is read. What people wrote meanwhile may be lost, their wish for no more messages too: the panel says between when.",
    es: "Saldo: el canal vuelve a recibir mensajes. Los recordatorios siguen en cuanto se lea lo escrito desde entonces. Lo que las personas escribieron mientras tanto puede haberse perdido, también si pidieron no recibir más mensajes: el panel dice entre cuándo y cuándo.",
    "pt-BR":
      "Saldo: a caixa recebe mensagens de novo. Os lembretes seguem assim que o que foi escrito desde então for lido. O que as pessoas escreveram nesse meio-tempo pode ter se perdido, também pedidos de não receber mais mensagens: o painel mostra entre quando.",
  },
};
