export { CadenceRow } from "./cadence.entity.js";
export { CadenceVersionRow } from "./cadence-version.entity.js";
export { cadenceEvents } from "./cadences.events.js";
export { CadencesModule } from "./cadences.module.js";
export { CADENCE, CADENCE_VERSION } from "./cadences.tables.js";
export { CadenceEditor } from "./cadence-editor.service.js";
export { CadencesService } from "./cadences.service.js";
export { type StepNames, StepNamesReader } from "./step-names.reader.js";
export { CadencesView } from "./cadences.view.js";
