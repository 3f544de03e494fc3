import { defineEntity, p } from "@mikro-orm/core";
import type { Channel } from "./domain/vocabulary.js";

/** A debtor asked not to be written to on a channel. Ended only by the debtor's own later opt-in. */
export const OptOutRow = defineEntity({
  name: "OptOutRow",
  tableName: "opt_out",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    publicId: p.string().length(36),
    debtorId: p.bigint("number"),
    /** A channel, or `all`. */
    channel: p.string().$type<Channel | "all">().length(16),
    at: p.bigint("number"),
    endedAt: p.bigint("number").nullable(),
    /** Where it was said: `chat`, `whatsapp` (stopped in WhatsApp itself), `agent`, `import`. */
    source: p.string().length(32),
  },
  indexes: [{ name: "opt_out_debtor", properties: ["accountId", "debtorId"] }],
});
