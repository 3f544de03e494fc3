import type { TablesOf } from "../database/typed-sql.js";
import type { ParkedWorkRow } from "./parked-work.entity.js";

export const PARKED_WORK = "parked_work";

export type WorkTables = TablesOf<typeof ParkedWorkRow>;
