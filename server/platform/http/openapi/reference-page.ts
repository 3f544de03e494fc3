import { readFileSync } from "node:fs";
import Handlebars from "handlebars";
import { MACHINE_NOTES, type MachineNotes } from "../../../contract/machine/operations.js";
import { PROBLEMS } from "../../../contract/machine/problems.js";
import { type Route, SCOPES } from "../../../contract/route.js";
import { problemsOf, type RouteTable } from "./document.js";
import type { Json, JsonSchema } from "./schemas.js";
import { fieldsOf, namesIn, typeInWords } from "./type-in-words.js";

interface MachineRoute {
  readonly id: string;
  readonly route: Route;
  readonly notes: MachineNotes | undefined;
  readonly described: JsonSchema;
}

/** The routes that programs may call, for the people who write those programs: made of the description, without a script or a foreign host. */
export function referencePage(table: RouteTable, document: JsonSchema, { publicUrl }: { readonly publicUrl: string }): string {
  const page = Handlebars.compile(readFileSync(new URL("./reference.html", import.meta.url), "utf8"), { strict: true });
  const machine = machineRoutes(table, document);
  const components = (document["components"] as JsonSchema)["schemas"] as Readonly<Record<string, JsonSchema>>;
  return page({
    publicUrl,
    scopes: SCOPES.map((scope) => ({ scope, operations: machine.filter(({ route }) => route.scope === scope).map(({ id }) => id) })),
    operations: machine.map((each) => operationInWords(each, publicUrl)),
    types: reachable(
      machine.map(({ described }) => described),
      components,
    ).map((name) => ({
      name,
      description: components[name]?.["description"] ?? "",
      fields: fieldsOf(components[name] ?? {}),
      type: components[name]?.["properties"] === undefined ? typeInWords(components[name]) : "",
    })),
    problems: Object.entries(PROBLEMS).map(([code, [status, meaning, remedy]]) => ({ code, status, meaning, remedy })),
  });
}

function machineRoutes(table: RouteTable, document: JsonSchema): MachineRoute[] {
  const paths = document["paths"] as Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>;
  return Object.entries(table).flatMap(([group, routes]) =>
    Object.entries(routes)
      .filter(([, route]) => route.scope !== undefined)
      .map(([name, route]) => {
        const id = `${group}.${name}`;
        const described = paths[route.path.replace(/:(\w+)/g, "{$1}")]?.[route.method.toLowerCase()] ?? {};
        return { id, route, notes: MACHINE_NOTES[id], described };
      }),
  );
}

function operationInWords({ id, route, notes, described }: MachineRoute, publicUrl: string) {
  const [done] = Object.entries(described["responses"] as Readonly<Record<string, JsonSchema>>);
  const body = mediaOf(described["requestBody"] as JsonSchema | undefined);
  const reply = mediaOf(done?.[1]);
  return {
    id,
    method: route.method,
    path: route.path.replace(/:(\w+)/g, "{$1}"),
    summary: route.summary,
    scope: route.scope,
    parameters: ((described["parameters"] ?? []) as readonly JsonSchema[]).map(({ name, in: where, required, schema }) => ({
      name,
      where,
      required,
      type: typeInWords(schema),
      description: (schema as JsonSchema)["description"] ?? "",
    })),
    body: body && { ...body, limit: (described["requestBody"] as JsonSchema)["description"] },
    request: curl(route, notes, publicUrl),
    status: done?.[0] ?? "",
    reply,
    answer: notes?.answer === undefined ? (route.response === "stream" ? (notes?.text ?? "") : "") : JSON.stringify(notes.answer, null, 2),
    problems: problemsOf(route, notes).map((code) => ({ code, status: PROBLEMS[code][0] })),
  };
}

function mediaOf(part: JsonSchema | undefined): { media: string; type: Handlebars.SafeString; fields: ReturnType<typeof fieldsOf> } | null {
  const [entry] = Object.entries((part?.["content"] ?? {}) as Readonly<Record<string, JsonSchema>>);
  if (!entry) return null;
  const schema = (entry[1]["schema"] ?? {}) as JsonSchema;
  return { media: entry[0], type: typeInWords(schema), fields: fieldsOf(schema) };
}

function curl(route: Route, notes: MachineNotes | undefined, publicUrl: string): string {
  const query = notes?.query === undefined ? "" : `?${new URLSearchParams(notes.query).toString()}`;
  const lines = [
    `curl ${route.method === "GET" ? "" : `-X ${route.method} `}'${publicUrl}${route.path.replace(/:(\w+)/g, "$$$1")}${query}'`,
    `-H "authorization: Bearer $SALDO_KEY"`,
  ];
  if (route.body === "bytes")
    lines.push("-H 'content-type: application/octet-stream'", `--data-binary @${notes?.query?.["fileName"] ?? "file"}`);
  else if (notes?.body !== undefined) lines.push("-H 'content-type: application/json'", `-d '${JSON.stringify(notes.body)}'`);
  return lines.join(" \\\n  ");
}

/** Components that these refer to, and those refer to in turn, in the order of their names. */
function reachable(parts: readonly Json[], components: Readonly<Record<string, JsonSchema>>): string[] {
  const found = new Set<string>();
  const open = parts.flatMap(namesIn);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    open.push(...namesIn(components[name]));
  }
  return [...found].sort();
}
