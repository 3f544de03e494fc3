/** How much of a value that came from outside may be looked at. */
export interface NestingLimits {
  /** Lists and objects inside each other; a bare word has none. */
  readonly levels: number;
  /** Values in all: those of lists and objects, and they themselves. */
  readonly values: number;
}

/**
 * Whether a value keeps within the limits. Counts without recursion and no further than the limits reach, so that whatever walks the value
 * afterwards, a schema or a rule, finds nothing that costs it its stack or its time.
 */
export function isWithin(value: unknown, { levels, values }: NestingLimits): boolean {
  const open: { readonly value: unknown; readonly level: number }[] = [{ value, level: 0 }];
  let seen = 1;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next.value !== "object" || next.value === null) continue;
    const level = next.level + 1;
    if (level > levels) return false;
    const parts: readonly unknown[] = Array.isArray(next.value) ? next.value : Object.values(next.value);
    seen += parts.length;
    if (seen > values) return false;
    for (const part of parts) open.push({ value: part, level });
  }
  return true;
}
