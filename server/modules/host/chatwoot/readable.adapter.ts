import { z } from "zod";

/**
 * How an answer is read: what Saldo needs must be there, in any form the helpdesk's defaults give it; what Saldo can do without, or what
 * belongs to somebody else, never decides whether the rest can be read.
 */

/** A field that may be missing, null or of a kind nobody expected: then it is null. */
export function orNull<S extends z.ZodType>(schema: S) {
  return schema.nullish().catch(null);
}

/** The items that can be read, of what must be a list: an odd one does not hide the others. */
export function eachReadable<S extends z.ZodType>(item: S) {
  return z.array(z.unknown()).transform((list) => readableOf(item, list));
}

/** The same of a field that may be anything else: `{}` (a column's default), null and absent mean none. */
export function anyReadable<S extends z.ZodType>(item: S) {
  return z
    .unknown()
    .optional()
    .transform((list) => (Array.isArray(list) ? readableOf(item, list) : []));
}

function readableOf<S extends z.ZodType>(item: S, list: readonly unknown[]): z.output<S>[] {
  return list.flatMap((candidate) => {
    const read = item.safeParse(candidate);
    return read.success ? [read.data] : [];
  });
}
