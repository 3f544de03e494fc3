import { fileURLToPath } from "node:url";
import type { MessageTemplate } from "../../../../../server/modules/templates/rules.js";
import type { StageId } from "../../../../../server/shared/stage.js";
import { TemplateLibrary } from "../../../../../server/modules/templates/template-library.adapter.js";

export const TEMPLATES = fileURLToPath(new URL("../../../../../templates", import.meta.url));

export const library = await TemplateLibrary.load(TEMPLATES);

/** In the order of their names. */
export function ofStage(stage: StageId, locale: string): readonly MessageTemplate[] {
  return library.templates.filter((template) => template.stage === stage && template.language.locale === locale);
}
