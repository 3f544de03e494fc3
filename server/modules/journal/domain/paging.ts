import { invalid } from "../../../shared/errors.js";

/** The cursor of a page of records is the number of its last one. */
export function seqOfCursor(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (/^[1-9]\d{0,15}$/.test(cursor)) return Number(cursor);
  throw invalid("cursor.invalid", "The cursor is not one of ours.", {
    field: "cursor",
    remedy: "Pass `next` of the last page, or nothing.",
  });
}

/** @param records newest first, one more than `limit` where there are more */
export function pageOf<R extends { readonly seq: number }, V>(records: readonly R[], limit: number, view: (record: R) => V) {
  const shown = records.slice(0, limit);
  const next = records.length > limit ? String(shown.at(-1)!.seq) : null;
  // Counting a journal would read all of it.
  return { items: shown.map(view), next, total: null };
}
