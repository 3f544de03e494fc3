/** Where a message is. Doubt (`unknown`) is a state with an owner, the reconciler; it never leads to another POST by itself. */
export const MESSAGE_STATES = [
  "planned",
  "sending",
  "unknown",
  "accepted",
  "at_whatsapp",
  "delivered",
  "read",
  "failed",
  "unsent",
  "parked",
  "suppressed",
  "expired",
  "cancelled",
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/**
 * Every permitted move. `unsent`, `parked` and the planned endings can still become `accepted`: if the helpdesk turns out to hold the
 * message after all, its word counts and the late find is recorded.
 */
const MOVES: Readonly<Record<MessageState, readonly MessageState[]>> = {
  planned: ["sending", "suppressed", "expired", "cancelled", "parked"],
  sending: ["accepted", "at_whatsapp", "delivered", "read", "failed", "unknown", "planned", "unsent", "parked"],
  unknown: ["accepted", "at_whatsapp", "delivered", "read", "failed", "unsent", "parked"],
  accepted: ["at_whatsapp", "delivered", "read", "failed"],
  at_whatsapp: ["delivered", "read", "failed"],
  delivered: ["read"],
  read: [],
  failed: ["delivered", "read"],
  unsent: ["accepted", "at_whatsapp", "delivered", "read", "failed"],
  parked: ["accepted", "at_whatsapp", "delivered", "read", "failed"],
  suppressed: [],
  expired: [],
  cancelled: [],
};

export function mayMove(from: MessageState, to: MessageState): boolean {
  return MOVES[from].includes(to);
}

/** The helpdesk may hold the message: only these may have left our socket. */
export function mayHaveLeft(state: MessageState): boolean {
  return !["planned", "suppressed", "expired", "cancelled"].includes(state);
}
