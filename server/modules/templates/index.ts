export { TemplateCatalogue } from "./template-catalogue.js";
export { TemplateLibrary } from "./template-library.js";
export { TemplateStatuses } from "./template-status.js";
export { TemplateStatusRow } from "./template-status.entity.js";
export { templateEvents } from "./templates.events.js";
export { TemplatesModule } from "./templates.module.js";
export { TemplatesService } from "./templates.service.js";
