import { defineEntity, p } from "@mikro-orm/core";
import type { ImportKind } from "../../../shared/import-fields.js";
import type { ImportMode } from "./domain/snapshot.js";

/** One file that was read in. `rowCount` = created + updated + unchanged + rejected; they grow with every committed chunk. */
export const PortfolioImportRow = defineEntity({
  name: "PortfolioImportRow",
  tableName: "portfolio_import",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    publicId: p.string().length(36),
    kind: p.string().$type<ImportKind>().length(16),
    mode: p.string().$type<ImportMode>().length(16),
    /** People name files after people. */
    fileNameSealed: p.text(),
    status: p.string().$type<"running" | "done" | "failed" | "cancelled" | "undoing" | "undone">().length(16),
    /** 1 while running or undoing, else null: unique, so that an account does one at a time. */
    slot: p.integer().nullable(),
    /** Renewed with every chunk; one that stands still was orphaned by a crash. */
    heartbeatAt: p.bigint("number"),
    /** Who works on it: what another wrote in the meantime is not written over. */
    runner: p.string().length(36).nullable(),
    /** The uploaded file of an import that any process may go on with; null when it came with the request that waits for it. */
    uploadId: p.bigint("number").nullable(),
    /** Processes that took it and have not got any further yet. */
    attempts: p.integer().default(0),
    /** What the sender said of the file, and who it was; sealed because people name sheets after people. */
    orderSealed: p.text().nullable(),
    rowCount: p.integer(),
    /** Rows of the file; null until they are counted. */
    total: p.integer().nullable(),
    created: p.integer(),
    updated: p.integer(),
    unchanged: p.integer(),
    rejected: p.integer(),
    /** Of the rows that were taken those that lost a cell. */
    warned: p.integer().default(0),
    /** Debts put on hold because a snapshot lacked them or a row about them could not be read. */
    held: p.integer(),
    /** Debts that a good row named again and that are chased again. */
    released: p.integer(),
    startedAt: p.bigint("number"),
    finishedAt: p.bigint("number").nullable(),
    actor: p.string().length(64),
    /** JSON of code, message and remedy. */
    failure: p.text().nullable(),
    /** Why it was undone. */
    undoNoteSealed: p.text().nullable(),
  },
  uniques: [
    { name: "portfolio_import_public", properties: ["accountId", "publicId"] },
    { name: "portfolio_import_slot", properties: ["accountId", "slot"] },
  ],
});
