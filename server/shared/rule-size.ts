import { isWithin } from "./nesting.js";

/** What a rule over debts may hold: `all`, `any` and `not` inside each other with the condition at the end, and conditions in all. */
export const MOST_LEVELS = 4;
export const MOST_CONDITIONS = 40;
/** Parts of one `all` or `any`. */
export const MOST_PARTS = 12;
/** Values of one condition. */
export const MOST_WORDS = 100;

/** Each level is an object and a list, the condition an object with a list of words. */
const NESTING = { levels: 2 * MOST_LEVELS, values: MOST_CONDITIONS * (MOST_WORDS + 8) + 1_000 };
/** Groups beside the conditions: those without one in them count as well. */
const MOST_NODES = 4 * MOST_CONDITIONS;

/**
 * Whether a rule, or whatever stands in its place, is small enough to be looked at at all. Asked before anything else reads it: when it comes in and
 * when it comes from the database.
 */
export function isRuleSized(value: unknown): boolean {
  return isWithin(value, NESTING) && hasFewParts(value);
}

function hasFewParts(rule: unknown): boolean {
  const open: { readonly part: unknown; readonly level: number }[] = [{ part: rule, level: 1 }];
  let nodes = 0;
  let conditions = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const parts = partsOf(next.part);
    nodes++;
    if (parts === null) conditions++;
    if (next.level > MOST_LEVELS || nodes > MOST_NODES || conditions > MOST_CONDITIONS) return false;
    for (const part of parts ?? []) open.push({ part, level: next.level + 1 });
  }
  return true;
}

/** Null for a condition, and for what is no rule. */
function partsOf(rule: unknown): readonly unknown[] | null {
  if (typeof rule !== "object" || rule === null) return null;
  const { all, any, not } = rule as Readonly<Record<string, unknown>>;
  const group = [all, any].find((list): list is readonly unknown[] => Array.isArray(list));
  if (group !== undefined) return group;
  return not === undefined ? null : [not];
}
