/** Names for read-only SQL of other modules (`*.plan.ts`, `*.view.ts`, kpis). */
export const SEGMENT = "segment";
export const SEGMENT_MEMBER = "segment_member";
