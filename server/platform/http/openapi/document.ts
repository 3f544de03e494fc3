import type { z } from "zod";
import { ErrorBody } from "../../../contract/common.contract.js";
import { MACHINE_NOTES, type MachineNotes } from "../../../contract/machine/operations.js";
import { PROBLEMS, type ApiProblemCode } from "../../../contract/machine/problems.js";
import { type Route, SCOPES } from "../../../contract/route.js";
import { SESSION_COOKIE } from "../authenticator.js";
import { largestBody } from "../gate.js";
import { type Json, type JsonSchema, Schemas } from "./schemas.js";

export type RouteTable = Readonly<Record<string, Readonly<Record<string, Route>>>>;

/** Refusals that any route may give, by what the route is. */
const OF_ANY: readonly ApiProblemCode[] = [
  "address.unreadable",
  "internal",
  "database.unreachable",
  "database.busy",
  "database.full",
  "database.unwritable",
  "database.damaged",
];
const OF_BODIES: readonly ApiProblemCode[] = ["body.too_large", "http.415"];
const OF_JSON: readonly ApiProblemCode[] = ["body.unreadable", "body.too_deep", "body.too_many_values"];

/** The API as OpenAPI 3.1, made of the route table: what is not there cannot be called, and what is there is described. */
export function openApi(table: RouteTable, { publicUrl }: { readonly publicUrl: string }): JsonSchema {
  const schemas = new Schemas();
  const problem = { schema: schemas.of(ErrorBody, "output") };
  const paths: Record<string, Record<string, Json>> = {};
  for (const [group, routes] of Object.entries(table)) {
    for (const [name, route] of Object.entries(routes)) {
      const path = route.path.replace(/:(\w+)/g, "{$1}");
      (paths[path] ??= {})[route.method.toLowerCase()] = operation(`${group}.${name}`, group, route, schemas, problem);
    }
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Saldo",
      version: "1",
      summary: "Debts, payments, debtors and the record of a collections desk",
      description: `Programs of the creditor use the operations that name a scope. How to begin: ${publicUrl}/api/reference`,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: publicUrl }],
    tags: Object.keys(table).map((name) => ({ name })),
    paths: schemas.settled(paths),
    components: {
      schemas: schemas.components(),
      securitySchemes: {
        machine: { type: "http", scheme: "bearer", description: `An API key, made in the settings. Scopes: ${SCOPES.join(", ")}` },
        session: { type: "apiKey", in: "cookie", name: SESSION_COOKIE, description: "A person's session in the panel" },
      },
    },
  };
}

function operation(id: string, tag: string, route: Route, schemas: Schemas, problem: Json): Json {
  const notes = MACHINE_NOTES[id];
  const parameters = [...parametersOf(route.params, "path", schemas, notes), ...parametersOf(route.query, "query", schemas, notes)];
  return {
    operationId: id,
    tags: [tag],
    summary: route.summary,
    "x-access": route.access,
    ...(route.scope === undefined ? {} : { "x-scope": route.scope }),
    security: securityOf(route),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.body === undefined ? {} : { requestBody: bodyOf(route, route.body, schemas, notes) }),
    responses: { ...answerOf(route, schemas, notes), ...refusalsOf(route, notes, problem) },
  };
}

function securityOf(route: Route): Json {
  if (route.access === "public") return [];
  return route.scope === undefined ? [{ session: [] }] : [{ machine: [route.scope] }, { session: [] }];
}

function parametersOf(schema: z.ZodType | undefined, where: "path" | "query", schemas: Schemas, notes: MachineNotes | undefined): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemas.of(schema, "input");
  return Object.entries(properties as JsonSchema).map(([name, json]) => ({
    name,
    in: where,
    required: where === "path" || (required as readonly string[]).includes(name),
    schema: json,
    ...(where === "query" && notes?.query?.[name] !== undefined ? { example: notes.query[name] } : {}),
  }));
}

function bodyOf(route: Route, body: z.ZodType | "bytes", schemas: Schemas, notes: MachineNotes | undefined): Json {
  const largest = `At most ${largestBody(route)} bytes.`;
  if (body === "bytes") {
    const media = { schema: {}, ...(notes?.text === undefined ? {} : { example: notes.text }) };
    return { description: largest, required: true, content: { "application/octet-stream": media } };
  }
  const media = { schema: schemas.of(body, "input"), ...(notes?.body === undefined ? {} : { example: notes.body as Json }) };
  return { description: largest, required: true, content: { "application/json": media } };
}

function answerOf({ response, streams }: Route, schemas: Schemas, notes: MachineNotes | undefined): JsonSchema {
  if (response === null) return { "204": { description: "Done" } };
  if (response === "stream") {
    const media = { schema: { type: "string" }, ...(notes?.text === undefined ? {} : { example: notes.text }) };
    return { "200": { description: "A file or a stream", content: { [streams ?? "application/octet-stream"]: media } } };
  }
  const media = { schema: schemas.of(response, "output"), ...(notes?.answer === undefined ? {} : { example: notes.answer as Json }) };
  return { "200": { description: "Done", content: { "application/json": media } } };
}

/** The refusals of a route, by status; the codes of each are named. */
export function problemsOf(route: Route, notes: MachineNotes | undefined): readonly ApiProblemCode[] {
  return [
    ...(route.access === "public" ? [] : (["session.missing", "access.denied"] as const)),
    ...(route.method === "GET" ? [] : (["request.cross_site"] as const)),
    ...((route.params ?? route.query ?? route.body) ? (["input.invalid"] as const) : []),
    ...(route.method === "GET" ? [] : OF_BODIES),
    ...(route.method === "GET" || route.body === "bytes" ? [] : OF_JSON),
    ...(notes?.problems ?? []),
    ...OF_ANY,
  ];
}

function refusalsOf(route: Route, notes: MachineNotes | undefined, problem: Json): JsonSchema {
  const content = { "application/json": problem };
  const byStatus = Map.groupBy(problemsOf(route, notes), (code) => PROBLEMS[code][0]);
  const named = [...byStatus].map(([status, codes]): [string, Json] => [
    String(status),
    { description: codes.join(", "), ...(status === 503 ? { headers: RETRY_AFTER } : {}), content },
  ]);
  // Routes of the panel refuse for more than programs can meet; the panel knows their codes.
  return { ...Object.fromEntries(named), ...(route.scope === undefined ? { default: { description: "Refused", content } } : {}) };
}

const RETRY_AFTER = { "Retry-After": { description: "Seconds until it is worth trying again", schema: { type: "integer" } } };
