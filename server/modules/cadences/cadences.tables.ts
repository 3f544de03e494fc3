import type { TablesOf } from "../../platform/database/typed-sql.js";
import type { CadenceVersionRow } from "./cadence-version.entity.js";
import type { CadenceRow } from "./cadence.entity.js";

/** Names for read-only SQL of other modules (`*.plan.ts`, `*.view.ts`, kpis). */
export const CADENCE = "cadence";
export const CADENCE_VERSION = "cadence_version";

/** Name under which planning's trouble is listed: the lane's. */
export const PLAN = "plan";

export type CadencesTables = TablesOf<typeof CadenceRow | typeof CadenceVersionRow>;
