import { HOUR, MINUTE } from "../../shared/instant.js";
import type { StageId } from "../../shared/stage.js";
import type { Random } from "../../platform/crypto/randomness.js";
import { between, happens } from "../generator/chance.js";
import { Weighted } from "../generator/weighted.js";
import type { Persona } from "./persona.js";
import { RATES } from "./rates.js";

const OF_STAGE = new Map(Object.entries(RATES).map(([stage, weights]) => [stage, new Weighted(weights)]));

/** Who somebody is, by the stage of their oldest debt on the day the portfolio came. Pure: the same chance gives the same person. */
export function drawPersona(random: Random, stage: StageId, language: Persona["language"]): Persona {
  const character = OF_STAGE.get(stage)!.pick(random);
  // Half look at their phone within minutes; the others when they have time.
  const quick = happens(random, 0.5);
  return {
    character,
    language,
    patience: between(random, 1, happens(random, 0.6) ? 1 : 3),
    reads: quick ? [MINUTE, 20 * MINUTE] : [20 * MINUTE, 9 * HOUR],
  };
}
