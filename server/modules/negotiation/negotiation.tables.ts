import type { TablesOf } from "../../platform/database/typed-sql.js";
import type { DateQuestionRow } from "./date-question.entity.js";
import type { InboundMessageRow } from "./inbound-message.entity.js";
import type { PromiseDebtRow } from "./promise-debt.entity.js";
import type { PromiseRow } from "./promise.entity.js";

/** Names for read-only SQL of other modules (`*.plan.ts`, `*.view.ts`, kpis). */
export const INBOUND_MESSAGE = "inbound_message";
/** States in SQL: `active`, `kept`; not kept are `partially_kept` and `broken`; `superseded` and `cancelled` count as neither. */
export const PROMISE = "promise";
export const PROMISE_DEBT = "promise_debt";
export const DATE_QUESTION = "date_question";

export type NegotiationTables = TablesOf<typeof DateQuestionRow | typeof InboundMessageRow | typeof PromiseDebtRow | typeof PromiseRow>;
