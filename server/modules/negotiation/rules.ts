/** The pure door of negotiation. */
export { type Answer, interpret, type Interpretation, type Meaning, type Source } from "./domain/interpret.js";
export { type Reaction, reactionTo, type ReplyTemplate, type Situation } from "./domain/reaction.js";
export { LONGEST_READ } from "./domain/words-of.js";
export { type Writer, writerOf } from "./domain/writer.js";
