import type { Actor } from "../../shared/actor.js";
import type { Instant } from "../../shared/instant.js";
import type { JsonObject } from "./domain/json.js";

export type { JsonObject, JsonValue } from "./domain/json.js";

/**
 * What a use case writes. `payload` is in clear and carries no personal data; `personal` is sealed with the debtor's key (the account's
 * where there is no debtor) and erasable. The timeline shows `personal.text` or `personal.note` as they are, and fills its sentences from
 * both parts: amounts as `amountMinor` beside `currency`, codes as `reason`, `intent`, `channel`.
 */
export interface JournalEntry {
  /** `noun.past_participle`, from the module's own `<m>.events.ts` */
  readonly type: string;
  /** Version of the payload's shape. */
  readonly version: number;
  readonly actor: Actor;
  /** The debtor it is about; row id inside, public id in exports. */
  readonly debtorId?: number | null;
  readonly payload: JsonObject;
  readonly personal?: JsonObject;
  /** When it happened, if that was not now (a status that came late). */
  readonly at?: Instant;
}

/** The record of everything that happened. */
export abstract class Journal {
  /**
   * Adds a record to the caller's unit of work: numbered, chained and inserted as the last statements before its commit.
   * Call it inside `inUnitOfWork`; outside one it throws. Returns the record's id (UUIDv7).
   */
  abstract append(accountId: number, entry: JournalEntry): string;
}
