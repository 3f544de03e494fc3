import Handlebars from "handlebars";
import type { Json, JsonSchema } from "./schemas.js";

const { escapeExpression } = Handlebars.Utils;

export interface FieldInWords {
  readonly name: string;
  readonly required: boolean;
  readonly type: Handlebars.SafeString;
  readonly description: string;
}

/** A type for people, with links to the types it names. */
export function typeInWords(json: Json | undefined): Handlebars.SafeString {
  return new Handlebars.SafeString(inWords((json ?? {}) as JsonSchema));
}

export function fieldsOf(schema: JsonSchema): FieldInWords[] {
  const { properties = {}, required = [] } = schema;
  return Object.entries(properties as Readonly<Record<string, JsonSchema>>).map(([name, field]) => ({
    name,
    required: (required as readonly string[]).includes(name),
    type: typeInWords(field),
    description: typeof field["description"] === "string" ? field["description"] : "",
  }));
}

/** Names of the components a piece of the document refers to. */
export function namesIn(json: Json | undefined): string[] {
  return [...JSON.stringify(json ?? null).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!);
}

function inWords(schema: JsonSchema): string {
  const { $ref: ref, anyOf, enum: words, const: only, type, items, format, pattern } = schema;
  if (typeof ref === "string") {
    const name = escapeExpression(ref.slice(ref.lastIndexOf("/") + 1));
    return `<a href="#type-${name}">${name}</a>`;
  }
  if (Array.isArray(anyOf)) return (anyOf as readonly JsonSchema[]).map(inWords).join(" or ");
  if (Array.isArray(words)) return (words as readonly Json[]).map(exactly).join(" | ");
  if (only !== undefined) return exactly(only);
  if (Array.isArray(type)) return (type as readonly string[]).map((one) => inWords({ ...schema, type: one })).join(" or ");
  if (type === "array") return `list of ${inWords((items ?? {}) as JsonSchema)}`;
  if (type === "object") {
    const inner = fieldsOf(schema).map(({ name, type: of }) => `${escapeExpression(name)}: ${of.toString()}`);
    return inner.length > 0 ? `{ ${inner.join(", ")} }` : "object";
  }
  const limits = [
    typeof format === "string" ? format : typeof pattern === "string" ? `like ${pattern}` : "",
    bounds(schema["minLength"], schema["maxLength"], "characters"),
    bounds(schema["minimum"], schema["maximum"], ""),
  ].filter(Boolean);
  return escapeExpression(`${typeof type === "string" ? type : "anything"}${limits.length > 0 ? ` (${limits.join(", ")})` : ""}`);
}

function exactly(value: Json): string {
  return `<code>${escapeExpression(typeof value === "string" ? value : JSON.stringify(value))}</code>`;
}

function bounds(least: Json | undefined, most: Json | undefined, of: string): string {
  const [from, to] = [worthReading(least), worthReading(most)];
  if (from === null && to === null) return "";
  const range = to === null ? `at least ${from}` : from === null ? `up to ${to}` : `${from} to ${to}`;
  return `${range} ${of}`.trim();
}

/** What a whole number may be by itself is no limit worth reading. */
function worthReading(limit: Json | undefined): number | null {
  return typeof limit === "number" && Math.abs(limit) < Number.MAX_SAFE_INTEGER ? limit : null;
}
