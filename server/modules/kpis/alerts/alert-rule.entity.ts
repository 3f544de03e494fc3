import { defineEntity, p } from "@mikro-orm/core";
import type { AlertSide } from "./domain/alert-rule.js";

/** When a figure calls somebody, where the account set it itself. Earlier ones stand in the journal. */
export const AlertRuleRow = defineEntity({
  name: "AlertRuleRow",
  tableName: "alert_rule",
  properties: {
    accountId: p.bigint("number").primary(),
    /** Id of the registry. */
    metric: p.string().length(64).primary(),
    side: p.string().$type<AlertSide>().length(8),
    /** Thousandths of the figure's unit. */
    raiseMilli: p.bigint("number"),
    clearMilli: p.bigint("number"),
    readings: p.integer(),
    days: p.integer(),
    least: p.integer(),
    /** Conversation of the helpdesk. */
    note: p.bigint("number").nullable(),
    mail: p.integer(),
    isOn: p.integer(),
    setAt: p.bigint("number"),
    setBy: p.string().length(64),
  },
});
