import type { TablesOf } from "../../platform/database/typed-sql.js";
import type { TemplateStatusRow } from "./template-status.entity.js";

export const TEMPLATE_STATUS = "template_status";

export type TemplatesTables = TablesOf<typeof TemplateStatusRow>;
