/** The pure door of escalations. */
export { CASE_REASONS, type CaseReason, caseReasonOf, graver } from "./domain/case-reason.js";
export { pauseAfter } from "./domain/retry.js";
