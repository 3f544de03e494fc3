import type { ChangeEffect } from "../domain/policy/change-effect.js";

/** How many clocks a change moves and by how much, for the journal and for people. */
export function effectFacts({ running, moved, sooner, later, overdueAtOnce, mostSooner, mostLater }: ChangeEffect) {
  return {
    running,
    moved,
    sooner,
    later,
    overdueAtOnce,
    mostSoonerSeconds: Math.round(mostSooner / 1_000),
    mostLaterSeconds: Math.round(mostLater / 1_000),
  };
}
