import { fileURLToPath } from "node:url";
import { TemplateLibrary } from "../../../../../server/modules/templates/template-library.adapter.js";

export const TEMPLATES = fileURLToPath(new URL("../../../../../templates", import.meta.url));

export const library = await TemplateLibrary.load(TEMPLATES);
