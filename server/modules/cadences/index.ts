export { CadenceVersionRow } from "./cadence-version.entity.js";
export { cadenceEvents } from "./cadences.events.js";
export { CadencesModule } from "./cadences.module.js";
export { CadencesService } from "./cadences.service.js";
