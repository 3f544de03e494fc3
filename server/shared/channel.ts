/** The ways a debtor can be contacted. The rules of the packs name them; a new one starts closed everywhere. */
export const CHANNELS = ["whatsapp", "call", "email", "sms"] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * The channel Saldo itself writes through: cadences, answers and their keys in the outbox, and whose consent and objection they need. What is
 * WhatsApp's own (numbers, approvals, what its webhooks report) says so where it is.
 */
export const WRITTEN_CHANNEL = "whatsapp" satisfies Channel;
