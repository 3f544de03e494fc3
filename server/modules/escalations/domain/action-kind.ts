/** What may be done in the helpdesk for a case: a private note, a label, handing it to the team, opening the conversation. */
export type ActionKind = "note" | "label" | "assign" | "open";
