/** Journal event types of imports; version 1 each. Payloads carry public ids and counts, never a cell. */
export const importsEvents = {
  importFinished: "import.finished",
  importFailed: "import.failed",
  importCancelled: "import.cancelled",
  importUndone: "import.undone",
} as const;
