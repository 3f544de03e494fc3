/**
 * What the rows of a file mean for the debts it does not name: `delta` nothing; `snapshot`, which lists every open debt of its sources,
 * that they may be settled or may have been left out by mistake. Nobody knows which, so they are held, not closed.
 */
export type ImportMode = "delta" | "snapshot";

/** A snapshot that lacks more than half of what is open is more often half a file than half a portfolio paid in a day. */
export function lacksTooMuch(absent: number, open: number): boolean {
  return absent * 2 > open;
}
