import { z } from "zod";
import type { Route } from "../../../server/contract/route.js";
import { routes } from "../../../server/contract/routes.js";
import type { Call } from "./caller.js";

/** Every route of the contract, so that one added later is covered without being listed. */
export const ALL_ROUTES: readonly (Route & { readonly name: string })[] = Object.entries(routes).flatMap(([group, members]) =>
  Object.entries(members as Record<string, Route>).map(([name, route]) => Object.assign({ name: `${group}.${name}` }, route)),
);

export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

export function inputSchema(schema: z.ZodType | "bytes"): JsonSchema {
  return schema === "bytes" ? {} : (z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema);
}

/** A shape that contains itself has no end; these are samples of its own making. */
const RECURSIVE: Readonly<Record<string, unknown>> = { rule: { attribute: "days_past_due", min: 1 } };

/** A value the schema accepts. `known` gives the values of named fields, wherever they stand. */
export function sample(schema: JsonSchema, known: Readonly<Record<string, unknown>> = {}, field = ""): unknown {
  if (field in known) return known[field];
  if (field in RECURSIVE) return RECURSIVE[field];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return sample(schema.anyOf[0]!, known);
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case "object":
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, member]) => [name, sample(member, known, name)]));
    case "array":
      return [sample(schema.items ?? {}, known)];
    case "boolean":
      return true;
    case "integer":
    case "number":
      return Math.max(1, schema.minimum ?? 1);
    default:
      return sampleText(schema);
  }
}

function sampleText(schema: JsonSchema): string {
  if (schema.format === "uuid") return "0193aaaa-0000-7000-8000-0000000000ff";
  if (schema.format === "date") return "2026-11-20";
  if (schema.format === "date-time") return "2026-12-01T12:00:00Z";
  if (schema.format === "uri") return "https://example.com/page";
  if (schema.pattern?.startsWith("^[A-Z]{3}")) return "COP";
  if (schema.pattern?.startsWith("^[A-Z]{2}")) return "CO";
  if (schema.pattern?.startsWith("^\\d{4}-(0")) return "2026-11";
  if (schema.pattern) return "10.50";
  return "words that say something".slice(0, schema.maxLength).padEnd(schema.minLength ?? 0, ".");
}

/** The body a route takes, with its content type; nothing for a route without one. */
export function sampleCall(route: Route, known: Readonly<Record<string, unknown>> = {}): Call {
  if (route.body === "bytes") return { raw: "a,b\n1,2\n", headers: { "content-type": "application/octet-stream" } };
  return route.body ? { body: sample(inputSchema(route.body), known) } : {};
}

/** What stands in an address where it names no row. */
const PLACES: Readonly<Record<string, string>> = { metric: "recovery.period", kind: "daily", check: "tell_outcome" };

/** The route's path with its parameters filled in. */
export function pathOf(route: Route, params: Readonly<Record<string, string | number>>, query = ""): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? PLACES[name] ?? "1")));
  return query === "" ? path : `${path}?${query}`;
}

export function paramNames(route: Route): string[] {
  return [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
}
