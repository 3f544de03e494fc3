export { type Cadence, type CadenceStep, type DueStep, stepsDueOn } from "./domain/cadence.js";
export { DEFAULT_CADENCE } from "./domain/default-cadence.js";
