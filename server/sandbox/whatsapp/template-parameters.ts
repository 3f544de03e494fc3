import type { Json, JsonObject } from "../state/records.js";

/** One component of the Graph request, as the host builds it from `template_params.processed_params`. */
export interface TemplateComponent {
  readonly type: "header" | "body" | "footer" | "button";
  readonly sub_type?: string;
  readonly index?: number;
  readonly parameters: readonly JsonObject[];
}

const LONGEST_PARAMETER = 1000;
const isHash = (value: Json | undefined): value is JsonObject => value !== null && typeof value === "object" && !Array.isArray(value);
const isBlank = (value: Json | undefined): boolean =>
  value === null || value === undefined || value === false || (typeof value === "string" && value.trim() === "");

/** What the host strips from a value: surrounding blanks, `< > " '`, and everything after 1000 characters. */
export function sanitizeParameter(value: Json): string {
  return String(value)
    .trim()
    .replace(/[<>"']/gu, "")
    .slice(0, LONGEST_PARAMETER);
}

/**
 * The components the host sends for a template it knows. Blank values are dropped, which shifts the positions after them: Meta then
 * answers 132000. Order is the order of the JSON keys. `null` parameters make a template without components.
 */
export function buildComponents(processed: Json | undefined, named: boolean): TemplateComponent[] {
  const params = isHash(processed) ? (isEnhanced(processed) ? processed : { body: processed }) : {};
  const components: TemplateComponent[] = [];
  const header = headerParameters(params["header"]);
  if (header.length > 0) components.push({ type: "header", parameters: header });
  if (isHash(params["body"])) {
    const parameters = Object.entries(params["body"])
      .filter(([, value]) => !isBlank(value))
      .map(([key, value]): JsonObject => ({ type: "text", ...(named ? { parameter_name: key } : {}), text: sanitizeParameter(value) }));
    if (parameters.length > 0) components.push({ type: "body", parameters });
  }
  if (Array.isArray(params["buttons"])) components.push(...buttonComponents(params["buttons"]));
  return components;
}

/** Otherwise the whole hash is misread as body parameters of the old flat form. */
function isEnhanced(params: JsonObject): boolean {
  const known = ["body", "header", "footer", "buttons"].some((key) => key in params);
  const hashOrAbsent = (value: Json | undefined) => value === undefined || value === null || isHash(value);
  const buttons = params["buttons"];
  const buttonsFit =
    buttons === undefined || buttons === null || (Array.isArray(buttons) && buttons.every((item) => isHash(item) && !!item["type"]));
  return known && hashOrAbsent(params["body"]) && hashOrAbsent(params["header"]) && buttonsFit;
}

function headerParameters(header: Json | undefined): JsonObject[] {
  if (!isHash(header)) return [];
  const parameters: JsonObject[] = [];
  for (const [key, value] of Object.entries(header)) {
    if (isBlank(value) || key === "media_type" || key === "media_name") continue;
    if (key === "media_url" && typeof header["media_type"] === "string") {
      const type = header["media_type"].toLowerCase();
      const media: JsonObject = { link: sanitizeParameter(value) };
      if (type === "document" && typeof header["media_name"] === "string") media["filename"] = header["media_name"];
      parameters.push({ type, [type]: media });
    } else {
      parameters.push({ type: "text", text: sanitizeParameter(value) });
    }
  }
  return parameters;
}

function buttonComponents(buttons: readonly Json[]): TemplateComponent[] {
  return buttons.flatMap((button, index): TemplateComponent[] => {
    if (!isHash(button) || !(button["type"] === "url" || !isBlank(button["parameter"]))) return [];
    const parameter = String(button["parameter"] ?? "").trim();
    const isCode = button["type"] === "copy_code";
    return [
      {
        type: "button",
        sub_type: String(button["type"] ?? "url"),
        index,
        parameters: [isCode ? { type: "coupon_code", coupon_code: parameter } : { type: "text", text: parameter }],
      },
    ];
  });
}
