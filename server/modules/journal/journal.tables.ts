import type { TablesOf } from "../../platform/database/typed-sql.js";
import type { JournalCheckpointRow } from "./journal-checkpoint.entity.js";
import type { JournalHeadRow } from "./journal-head.entity.js";
import type { JournalRecordRow } from "./journal-record.entity.js";

/** Names for read-only SQL of other modules. */
export const JOURNAL_RECORD = "journal_record";
export const JOURNAL_HEAD = "journal_head";
export const JOURNAL_CHECKPOINT = "journal_checkpoint";

export type JournalTables = TablesOf<typeof JournalRecordRow | typeof JournalHeadRow | typeof JournalCheckpointRow>;
