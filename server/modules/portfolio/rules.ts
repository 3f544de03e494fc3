export { type Channel, type Consent } from "./domain/consent.js";
export { homeCurrency } from "./domain/home-currency.js";
export { lacksZeros, type Likeness, likeness, looseKey } from "./domain/loose-key.js";
export { mentionsIn, mentionsOf, referenceNumber } from "./domain/mentions.js";
export { type PhoneProblem, type ReadPhone } from "./domain/read-phone.js";
export { CLOSED_BY_DECISION, type OwedStatus } from "./domain/owed-status.js";
export { daysPastDue, DEFAULT_BANDS, type StageBand, stageOf } from "./domain/stage.js";
export {
  addressAfter,
  type DebtorAddress,
  NO_ADDRESS,
  type NumberPlace,
  placesOfNumber,
  type PlausibleResidence,
  plausibleResidences,
  readPlaces,
  subdivisionCode,
} from "./domain/residence.js";
export { zonesOf, zonesOfAll } from "./domain/zones-of.js";
