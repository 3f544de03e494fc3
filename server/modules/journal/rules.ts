export type { JsonObject, JsonValue } from "./domain/json.js";
export { wordOf } from "./domain/words.js";
export { nameOfWork } from "./domain/words-of-work.js";
