import { defineEntity, p } from "@mikro-orm/core";

/** An objective that an account set in place of the published one, or where none is published. Earlier ones stand in the journal. */
export const ObjectiveRow = defineEntity({
  name: "ObjectiveRow",
  tableName: "objective",
  properties: {
    accountId: p.bigint("number").primary(),
    /** Id of the registry. */
    metric: p.string().length(64).primary(),
    /** Part of the portfolio; empty for all of it. */
    part: p.string().length(16).primary(),
    /** Thousandths of the figure's unit. */
    fromMilli: p.bigint("number").nullable(),
    toMilli: p.bigint("number").nullable(),
    attentionMilli: p.bigint("number").nullable(),
    setAt: p.bigint("number"),
    setBy: p.string().length(64),
  },
});
