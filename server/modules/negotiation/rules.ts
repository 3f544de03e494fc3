/** The pure door of negotiation. */
export { type Agreeable, type Agreement, agreementFor, type DayPurpose, type OpenQuestion } from "./domain/agreement.js";
export { type Answer, type AskedDay, interpret, type Interpretation, type Meaning, type Source } from "./domain/interpret.js";
export { REPLY_INTENTS, type ReplyIntent } from "./domain/replies/reply-intent.js";
export { type Understood, understand } from "./domain/replies/understand.js";
export { saidPromise, type SaidPromise } from "./domain/said-promise.js";
export { type SaidAmount, saidAmount } from "./domain/said-amount.js";
export { dayTitle, offeredDays } from "./domain/offered-days.js";
export {
  judgedAt,
  lastDayOf,
  lowered,
  type Movement,
  paidTowards,
  PROMISE_STATES,
  PROMISE_TERMS,
  type PromiseState,
  type PromiseTerms,
  promiseStateOf,
} from "./domain/promise.js";
export { type Reaction, reactionTo, type ReplyTemplate, type Situation } from "./domain/reaction.js";
export { type DateReading, readDate } from "./domain/read-date.js";
export { LONGEST_READ } from "./domain/words-of.js";
export { type Writer, writerOf } from "./domain/writer.js";
