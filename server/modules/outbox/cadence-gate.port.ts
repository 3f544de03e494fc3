import type { Instant } from "../../shared/instant.js";
import type { Account } from "../accounts/index.js";
import type { MessageRecord } from "./outbox.store.js";
import type { Withheld } from "./dispatch/message-readiness.service.js";

/** Asked at the claim whether a message's cadence still wants it: the cadences module knows, and knows the outbox, so it answers through this. */
export abstract class CadenceGate {
  /** By message row id, those that must not go, with the reason; under the debtors' locks. */
  abstract closed(account: Account, messages: readonly MessageRecord[], now: Instant): Promise<ReadonlyMap<number, Withheld>>;
}
