/** A page reads again by itself whenever something happens; after this long without a hand on it, that is no use of the session. */
const AWAY_MS = 5 * 60_000;

let touchedAt = performance.now();
for (const kind of ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "focus"]) {
  addEventListener(kind, () => (touchedAt = performance.now()), { capture: true, passive: true });
}

/** Whether nobody has touched the page for long. */
export function isUnattended(): boolean {
  return performance.now() - touchedAt >= AWAY_MS;
}
