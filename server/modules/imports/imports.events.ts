/** Journal event types of imports; version 1 each. Payloads carry public ids and counts, never a cell. */
export const importsEvents = {
  importFinished: "import.finished",
  importFailed: "import.failed",
  importSetAside: "import.set_aside",
  importCancelled: "import.cancelled",
  importUndone: "import.undone",
} as const;
