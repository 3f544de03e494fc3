export {
  type Cadence,
  type CadenceBody,
  type CadenceExits,
  type CadenceStatus,
  type CadenceStep,
  type DueStep,
  NO_EXITS,
  stepsDueOn,
} from "./domain/cadence.js";
export { type CadenceChange, changesBetween } from "./domain/changes.js";
export { type CadenceNames, defaultCadences } from "./domain/default-cadences.js";
export { type ExitFacts, exitOf, type ExitReason } from "./domain/exits.js";
export { type CadenceFinding, findingsIn, type TemplateFacts } from "./domain/findings.js";
