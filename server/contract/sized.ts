import { z } from "zod";
import { isRuleSized, MOST_CONDITIONS, MOST_LEVELS } from "../shared/rule-size.js";

/** Lets nothing reach the schema that is larger than a rule may be. Every schema that calls itself, and every `unknown` in a body, stands behind it. */
export function ruleSized<T>(schema: z.ZodType<T>): z.ZodType<T, T> {
  return z
    .any()
    .refine(isRuleSized, { error: `must have at most ${MOST_LEVELS} levels and ${MOST_CONDITIONS} conditions`, abort: true })
    .pipe(schema);
}
