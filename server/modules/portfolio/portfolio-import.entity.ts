import { defineEntity, p } from "@mikro-orm/core";

/** One file that was read in. `rows` = created + updated + unchanged + rejected; they grow with every committed chunk. */
export const PortfolioImportRow = defineEntity({
  name: "PortfolioImportRow",
  tableName: "portfolio_import",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    publicId: p.string().length(36),
    /** `debts` or `payments` */
    kind: p.string().length(16),
    /** `delta` or `snapshot` */
    mode: p.string().length(16),
    /** People name files after people. */
    fileNameSealed: p.text(),
    /** `running`, `done` or `failed` */
    status: p.string().length(16),
    /** 1 while running, else null: unique, so that an account runs one import at a time. */
    slot: p.integer().nullable(),
    /** Renewed with every chunk; a running import that stands still was orphaned by a crash. */
    heartbeatAt: p.bigint("number"),
    rowCount: p.integer(),
    created: p.integer(),
    updated: p.integer(),
    unchanged: p.integer(),
    rejected: p.integer(),
    /** Debts put on hold because a snapshot lacked them. */
    held: p.integer(),
    /** Debts that came back and are chased again. */
    released: p.integer(),
    startedAt: p.bigint("number"),
    finishedAt: p.bigint("number").nullable(),
    actor: p.string().length(64),
  },
  uniques: [
    { name: "portfolio_import_public", properties: ["accountId", "publicId"] },
    { name: "portfolio_import_slot", properties: ["accountId", "slot"] },
  ],
});
