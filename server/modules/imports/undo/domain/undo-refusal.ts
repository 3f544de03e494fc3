/** Why an import cannot be undone (any more). */
export type UndoRefusal = "running" | "undone" | "nothing" | "old" | "sent" | "paid" | "changed";
