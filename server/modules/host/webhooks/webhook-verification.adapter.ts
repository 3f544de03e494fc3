import { createHmac, timingSafeEqual } from "node:crypto";
import { type Instant, MINUTE } from "../../../shared/instant.js";

/** A signature older or younger than this is refused: a recorded delivery cannot be played back later. */
const TOLERANCE_MS = 5 * MINUTE;

/** HMAC-SHA-256 over `timestamp.rawBody`, hex, prefixed `sha256=`; compared in constant time. `timestamp` is in Unix seconds. */
export function isAuthentic(
  delivery: { readonly signature: string | undefined; readonly timestamp: string | undefined; readonly body: Uint8Array },
  secret: string,
  now: Instant,
): boolean {
  const { signature, timestamp, body } = delivery;
  if (signature === undefined || timestamp === undefined || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(Number(timestamp) * 1000 - now) > TOLERANCE_MS) return false;
  const expected = Buffer.from(`sha256=${createHmac("sha256", secret).update(`${timestamp}.`).update(body).digest("hex")}`);
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
