import { defineEntity, p } from "@mikro-orm/core";
import type { ClockKind } from "../domain/clock/clock-plan.js";
import type { Told } from "../domain/level/escalation-level.js";

/** What became of telling it. `waits`: for the hours of whoever is told, or for who is writing; `none`: it tells nobody. */
export const TELLING_STATES = ["waits", "told", "muted", "none"] as const;
export type TellingState = (typeof TELLING_STATES)[number];

/** A level that was reached. The key is what makes it happen once: whoever writes the row has fired it. */
export const LevelMarkRow = defineEntity({
  name: "LevelMarkRow",
  tableName: "level_mark",
  properties: {
    accountId: p.bigint("number").primary(),
    caseId: p.bigint("number").primary(),
    clock: p.string().$type<ClockKind>().length(20).primary(),
    cycle: p.integer().primary(),
    level: p.string().length(40).primary(),
    publicId: p.string().length(36),
    dueAt: p.bigint("number"),
    firedAt: p.bigint("number"),
    told: p.string().$type<Told["kind"]>().length(12),
    /** Helpdesk id of the user or team. */
    toldTo: p.string().length(40).nullable(),
    /** Comma between them. */
    actions: p.string().length(80),
    telling: p.string().$type<TellingState>().length(8),
    /** When it is tried to tell it. */
    tellAt: p.bigint("number").nullable(),
    toldAt: p.bigint("number").nullable(),
  },
  indexes: [
    { name: "level_mark_told", properties: ["accountId", "toldAt"] },
    { name: "level_mark_tell", properties: ["accountId", "tellAt"] },
    { name: "level_mark_public", properties: ["accountId", "publicId"] },
  ],
});
