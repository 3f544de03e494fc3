export { type Channel, CHANNELS } from "../../../shared/channel.js";

/**
 * Why somebody is contacted. `reply` answers a message of the debtor; `service` is information about the account that asks for nothing;
 * `legal_notice` is a notice the law demands before a step. Whatever is doubtful is `collection`.
 */
export const PURPOSES = ["collection", "service", "legal_notice", "reply"] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What made the attempt. The rules are the same for all three; the journal names it. */
export type Origin = "cadence" | "assistant" | "agent";

/** `law` binds everybody and is never lifted; `policy` is a choice of Saldo, of a platform or of the account. */
export type RuleClass = "law" | "policy";

/**
 * How sure the encoding is. A: primary text read. B: two independent secondary sources. C: one. P: our own policy, there is nothing to be sure
 * of. What nobody could source is not encoded.
 */
export type Certainty = "A" | "B" | "C" | "P";

/** Ids inside decisions are the public ones (UUID): decisions leave the database with the journal. */
export type PublicId = string;
