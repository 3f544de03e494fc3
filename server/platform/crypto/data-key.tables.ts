import type { TablesOf } from "../database/typed-sql.js";
import type { DataKeyRow } from "./data-key.entity.js";

/** For those who must know how old a key is. */
export const DATA_KEY = "data_key";

export type KeyTables = TablesOf<typeof DataKeyRow>;
