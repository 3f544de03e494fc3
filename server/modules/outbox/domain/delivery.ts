/** What the helpdesk reports of one message. `sent` only says that the helpdesk has it; acceptance by WhatsApp is a source id. */
export type HostStatus = "sent" | "delivered" | "read" | "failed";

/** The delivery states in rising order of what is known. */
export type Delivery = "accepted" | "at_whatsapp" | "failed" | "delivered" | "read";

const RANK: Readonly<Record<Delivery, number>> = { accepted: 0, at_whatsapp: 1, failed: 2, delivered: 3, read: 4 };

export function deliveryOf(status: HostStatus | null, hasSourceId: boolean): Delivery {
  if (status === "read" || status === "delivered" || status === "failed") return status;
  return hasSourceId ? "at_whatsapp" : "accepted";
}

/**
 * Joins two reports. The order of arrival and repeats do not matter (a join-semilattice): webhooks are unordered and statuses regress
 * in the host (chatwoot issue 14529). `failed` stands below `delivered`: a late delivery overrides a failure, never the other way.
 */
export function joinDelivery(a: Delivery, b: Delivery): Delivery {
  return RANK[a] >= RANK[b] ? a : b;
}

/** The debtor stopped us in WhatsApp itself. An objection as good as the word; no other code is one. */
const STOPPED_IN_WHATSAPP = "131050";

/** What the host tells in words alone, and the code WhatsApp has for it. Matched loosely: the wording is the host's, or Meta's of the day. */
const WORDED: readonly (readonly [words: RegExp, code: string])[] = [
  [/24.hour customer service window/i, "131047"],
  [/validating access token|session has expired/i, "190"],
];

/**
 * WhatsApp's code in the host's error text: `(#132015) Template is paused` when Meta refused at once, `131049: …` when a status told it later.
 * Null when the text has neither.
 */
export function errorCodeOf(text: string | null): string | null {
  if (text === null) return null;
  const [, atOnce, later] = /\(#(\d{1,7})\)|^\s*(\d{1,7})\s*(?::|-\s|$)/.exec(text) ?? [];
  return atOnce ?? later ?? WORDED.find(([words]) => words.test(text))?.[1] ?? null;
}

export function isObjection(code: string | null): boolean {
  return code === STOPPED_IN_WHATSAPP;
}
