import type { Json } from "../state/records.js";
import { crashed, unprocessable } from "./host-error.js";
import type { MessageDraft } from "./message-draft.js";

const CONTENT_TYPES = new Set([
  "text",
  "input_text",
  "input_textarea",
  "input_email",
  "input_select",
  "cards",
  "form",
  "article",
  "incoming_email",
  "input_csat",
  "integrations",
  "sticker",
  "voice_call",
]);
const LONGEST_CONTENT = 150_000;

/** The message builder rescues everything, so each refusal is 422 `{"error": "Validation failed: …"}`. */
export function validateMessage(draft: MessageDraft): void {
  if (!CONTENT_TYPES.has(draft.contentType ?? "text")) throw unprocessable(`'${draft.contentType}' is not a valid content_type`);
  if (draft.content && draft.content.length > LONGEST_CONTENT) {
    throw unprocessable(`Validation failed: Content is too long (maximum is ${LONGEST_CONTENT} characters)`);
  }
  if (draft.contentType === "input_select") validateItems(draft.contentAttributes?.["items"] ?? null);
  if (draft.templateParams) validateTemplateParams(draft.templateParams);
}

function validateItems(items: Json): void {
  if (items === null || (Array.isArray(items) && items.length === 0)) {
    throw unprocessable("Validation failed: Content attributes At least one item is required.");
  }
  if (!Array.isArray(items)) throw crashed();
  for (const item of items) {
    if (item === null || typeof item !== "object" || Array.isArray(item)) {
      throw unprocessable("Validation failed: Content attributes Items should be a hash.");
    }
    const unknown = Object.keys(item).filter((key) => key !== "title" && key !== "value");
    if (unknown.length > 0) {
      const keys = unknown.map((key) => `:${key}`).join(", ");
      throw unprocessable(`Validation failed: Content attributes contains invalid keys for items : [${keys}]`);
    }
  }
}

/** The wording is that of the host's JSON schema validator. */
function validateTemplateParams(params: Json): void {
  const problem = (text: string) => unprocessable(`Validation failed: ${text}`);
  if (params === null || typeof params !== "object" || Array.isArray(params)) throw problem("Template params must be of type hash");
  if (!("name" in params)) throw problem("Name is required");
  for (const key of ["name", "category", "language", "namespace"]) {
    if (key in params && typeof params[key] !== "string") throw problem(`Template params/${key} must be of type string`);
  }
  const processed = params["processed_params"];
  if (processed !== undefined && (processed === null || typeof processed !== "object" || Array.isArray(processed))) {
    throw problem("Template params/processed params must be of type hash");
  }
}
