import type { TablesOf } from "../../platform/database/typed-sql.js";
import type { DebtSpanRow } from "./projections/debt-span.entity.js";
import type { MoneyFlowRow } from "./projections/money-flow.entity.js";
import type { ProjectionCursorRow } from "./projections/projection-cursor.entity.js";

/** Names for SQL. */
export const DEBT_SPAN = "debt_span";
export const MONEY_FLOW = "money_flow";
export const PROJECTION_CURSOR = "projection_cursor";

/** Stands for the end of what has not ended: any instant is before it, and both databases compare it as a number. */
export const NO_END = Number.MAX_SAFE_INTEGER;

export type KpisTables = TablesOf<typeof DebtSpanRow | typeof MoneyFlowRow | typeof ProjectionCursorRow>;
