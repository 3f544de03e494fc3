import { defineEntity, p } from "@mikro-orm/core";
import type { HostTrouble } from "./domain/trouble.js";

/** Something that is wrong with the account's place in the helpdesk, as long as it lasts. */
export const HostTroubleRow = defineEntity({
  name: "HostTroubleRow",
  tableName: "host_trouble",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    /** A code, e.g. `sender_refused`. */
    trouble: p.string().$type<HostTrouble>().length(32),
    /** Nothing is sent while it lasts. */
    halts: p.boolean(),
    since: p.bigint("number"),
  },
  uniques: [{ name: "host_trouble_one", properties: ["accountId", "trouble"] }],
});
