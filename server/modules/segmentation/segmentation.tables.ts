import type { TablesOf } from "../../platform/database/typed-sql.js";
import type { SegmentMemberRow } from "./segment-member.entity.js";
import type { SegmentRow } from "./segment.entity.js";

/** Names for read-only SQL of other modules (`*.plan.ts`, `*.view.ts`, kpis). */
export const SEGMENT = "segment";
export const SEGMENT_MEMBER = "segment_member";

export type SegmentationTables = TablesOf<typeof SegmentMemberRow | typeof SegmentRow>;
