/** The pure door of negotiation. */
export { type Answer, interpret, type Interpretation, type Meaning, type Source } from "./domain/interpret.js";
export { LONGEST_READ } from "./domain/words-of.js";
