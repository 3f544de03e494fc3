import { api } from "@/api/client";

// The demo's clock is shifted: "today" is the server's, never the browser's.
let offset = 0;

/** Epoch milliseconds by the server's clock. */
export function serverNow(): number {
  return Date.now() + offset;
}

/** Reads the server's clock once; without an answer the browser's own clock has to do. */
export async function syncServerClock(): Promise<void> {
  const sent = Date.now();
  const answer = await api("GET /api/clock").catch(() => undefined);
  if (!answer) return;
  offset = Date.parse(answer.now) - (sent + Date.now()) / 2;
}
