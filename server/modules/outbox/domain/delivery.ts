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

/** Leading number of the host's error text, e.g. `131049: …` → `131049`; null when it has none. */
export function errorCodeOf(text: string | null): string | null {
  return /^\s*(\d{3,7})\b/.exec(text ?? "")?.[1] ?? null;
}
