import type { JsonObject } from "./domain/json.js";
import type { Locale } from "../../shared/locale.js";

/** Says in words what a decision kept in a record meant. The module that decides knows them. */
export abstract class DecisionWords {
  /** Why contact was closed, with its article; null where the payload carries no decision, or one that allowed. */
  abstract whyNot(payload: JsonObject, locale: Locale): string | null;
}
