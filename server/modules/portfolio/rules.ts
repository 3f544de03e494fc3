export { type Channel, type Consent } from "./domain/consent.js";
export { type PhoneProblem, type ReadPhone } from "./domain/read-phone.js";
export { daysPastDue, DEFAULT_BANDS, type StageBand, stageOf } from "./domain/stage.js";
export { zonesOf } from "./domain/zones-of.js";
export { subdivisionCode } from "./domain/residence.js";
export { type Residence } from "./domain/residence.js";
export { residenceAfter } from "./domain/residence.js";
export { UNKNOWN } from "./domain/residence.js";
