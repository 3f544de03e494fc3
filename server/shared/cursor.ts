import { invalid } from "./errors.js";

/** Where a page ended: the sort keys of its last row. Opaque outside. */
export function writeCursor(...keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString("base64url");
}

/** @throws DomainError `cursor.invalid` when it is none of ours */
export function readCursor(cursor: string | undefined, shape: readonly ("string" | "number")[]): (string | number)[] | null {
  if (cursor === undefined) return null;
  try {
    const keys = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")) as unknown;
    if (
      Array.isArray(keys) &&
      keys.length === shape.length &&
      keys.every((key, index) => typeof key === shape[index] && (typeof key !== "number" || Number.isSafeInteger(key)))
    )
      return keys as (string | number)[];
  } catch {
    throw stale();
  }
  throw stale();
}

/** Of a page that goes by row ids alone: the last one's; 0 before the first page. @throws DomainError `cursor.invalid` */
export function readRowCursor(cursor: string | undefined): number {
  return Number(readCursor(cursor, ["number"])?.[0] ?? 0);
}

function stale() {
  return invalid("cursor.invalid", "This page cannot be continued.", { field: "cursor", remedy: "Start again from the first page." });
}
