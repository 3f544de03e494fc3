export type Channel = "whatsapp" | "call" | "email" | "sms";
export type Consent = "granted" | "withdrawn" | "unknown";
