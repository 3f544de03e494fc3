export { compileRule, type Predicate, type RuleDay } from "./rule-sql.plan.js";
export { SegmentFactsReader } from "./segment-facts.reader.js";
export { SegmentMemberRow } from "./segment-member.entity.js";
export { SegmentRow } from "./segment.entity.js";
export { type SegmentUse, SegmentUses } from "./segment-uses.js";
export { SEGMENT, SEGMENT_MEMBER } from "./segmentation.tables.js";
export { segmentationEvents } from "./segmentation.events.js";
export { SegmentationModule } from "./segmentation.module.js";
export { type SegmentName, SegmentsReader } from "./segments.reader.js";
