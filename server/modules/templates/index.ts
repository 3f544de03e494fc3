export { TemplateCatalogue } from "./template-catalogue.reader.js";
export { TemplateLibrary } from "./template-library.adapter.js";
export { TemplateStatuses } from "./template-statuses.store.js";
export { TemplateStatusRow } from "./template-status.entity.js";
export { templateEvents } from "./templates.events.js";
export { TemplatesModule } from "./templates.module.js";
export { TemplatesService } from "./templates.service.js";
