/** What the journal records about itself. Version 1 of each. */
export const journalEvents = {
  /** payload: seq, root, key (fingerprint) */
  checkpointSigned: "checkpoint.signed",
  /** Everything up to this record was exported; payload: empty */
  exported: "journal.exported",
  /** payload: ok, records, problem (code) or null, badSeq or null */
  verified: "journal.verified",
} as const;
