export { allocate, type Allocation, type OwingDebt } from "./domain/allocation.js";
export { daysPastDue, DEFAULT_BANDS, type StageBand, stageOf } from "./domain/stage.js";
export { type Channel, type Consent } from "./domain/consent-cell.js";
export { zonesOf } from "./domain/zones-of.js";
export { phoneKey } from "./domain/phone-key.js";
