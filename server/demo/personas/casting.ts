import type { Random } from "../../platform/crypto/randomness.js";
import type { StageId } from "../../shared/stage.js";
import { MINUTE } from "../../shared/instant.js";
import { drawPersona } from "./draw.js";
import type { Character, Persona } from "./persona.js";

/** What few people do, and what a page of the panel is about. */
const RARE: readonly Character[] = [
  "pays_under_a_wrong_reference",
  "pays_too_much",
  "opts_out",
  "disputes",
  "promises_and_breaks",
  "promises_and_keeps",
  "is_somebody_else",
];
/** Of each: one may owe nothing any more by the day that somebody writes. */
const OF_EACH = 3;
/** Does something about the first message, soon after it came. */
const PROMPT: Pick<Persona, "patience" | "reads"> = { patience: 1, reads: [MINUTE, 20 * MINUTE] };
const YOUNG: ReadonlySet<StageId> = new Set(["pre_due", "due", "d1_30"]);

export interface Newcomer {
  readonly stage: StageId;
  readonly language: Persona["language"];
  /** Whether the creditor may write to them at all. */
  readonly mayBeWrittenTo: boolean;
  /** Whether they came so that somebody answers on the last day. */
  readonly forTheLastDay: boolean;
}

/**
 * Who is who. In a small town chance may leave out what few people do, and the pages about it would be empty: so the first who will surely be
 * written to do it, whatever the size of the town.
 */
export class Casting {
  private readonly missing = RARE.flatMap((character) => Array.from({ length: OF_EACH }, () => character));

  /** The same chance in the same order gives the same people. */
  draw(random: Random, { stage, language, mayBeWrittenTo, forTheLastDay }: Newcomer): Persona {
    const drawn = drawPersona(random, stage, language);
    if (forTheLastDay) return { ...drawn, character: "asks", ...PROMPT };
    const [character] = this.missing;
    if (character === undefined || !mayBeWrittenTo || !YOUNG.has(stage)) return drawn;
    this.missing.shift();
    return { ...drawn, character, ...PROMPT };
  }
}
