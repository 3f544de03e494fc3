export type { JsonObject, JsonValue } from "./domain/json.js";
