import type { Channel } from "../../policy/rules.js";

/** The ways in that are no WhatsApp; every other inbox is taken for it: most "API" inboxes of the region are WhatsApp by another door. */
const OTHERS: Readonly<Record<string, Channel>> = {
  "Channel::Email": "email",
  "Channel::Sms": "sms",
  "Channel::TwilioSms": "sms",
};

/** What a contact through this kind of inbox counts as. @param inboxKind the helpdesk's word for it; null when it does not tell */
export function channelOf(inboxKind: string | null): Channel {
  return (inboxKind === null ? undefined : OTHERS[inboxKind]) ?? "whatsapp";
}

/** Only there does the helpdesk's "can reply" mean that somebody wrote lately. */
export function isWhatsApp(inboxKind: string | null): boolean {
  return inboxKind === "Channel::Whatsapp";
}
