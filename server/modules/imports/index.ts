export { type CsvSource, sourceFromFile, sourceFromText } from "./file/csv-source.adapter.js";
export { importsEvents } from "./imports.events.js";
export { ImportsModule } from "./imports.module.js";
export { IMPORT_REJECT, PORTFOLIO_IMPORT } from "./imports.tables.js";
export { ImportPreviews } from "./run/import-preview.service.js";
export { ImportProfiles } from "./run/import-profiles.service.js";
export { Imports } from "./run/imports.service.js";
export { ImportsView } from "./run/imports.view.js";
export { ImportUndo } from "./undo/import-undo.service.js";
