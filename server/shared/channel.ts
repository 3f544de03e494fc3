/** The ways a debtor can be contacted. The rules of the packs name them; a new one starts closed everywhere. */
export const CHANNELS = ["whatsapp", "call", "email", "sms"] as const;
export type Channel = (typeof CHANNELS)[number];
