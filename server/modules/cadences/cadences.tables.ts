/** Names for read-only SQL of other modules (`*.plan.ts`, `*.view.ts`, kpis). */
export const CADENCE = "cadence";
export const CADENCE_VERSION = "cadence_version";
