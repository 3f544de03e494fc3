import type { Instant } from "../../../shared/instant.js";

/** Who was contacted after an import: it is not taken back from under them. The module that sends tells it. */
export abstract class ContactedSince {
  /** Those to whom a message was claimed or sent, or whom somebody else contacted in a way that counts. */
  abstract among(accountId: number, debtorIds: readonly number[], since: Instant): Promise<ReadonlySet<number>>;
}
