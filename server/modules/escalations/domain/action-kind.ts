/**
 * What may be done in the helpdesk for a case: a private note, a label, handing it to a team or to an agent (or to nobody), opening the conversation,
 * marking it urgent, resolving it.
 */
export type ActionKind = "note" | "label" | "assign" | "agent" | "urgent" | "open" | "resolve";
