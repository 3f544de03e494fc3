import { z } from "zod";
import * as accounts from "../../../contract/accounts.contract.js";
import * as cadences from "../../../contract/cadences.contract.js";
import * as common from "../../../contract/common.contract.js";
import * as imports from "../../../contract/imports.contract.js";
import * as journal from "../../../contract/journal.contract.js";
import * as figures from "../../../contract/kpis/figures.contract.js";
import * as kpis from "../../../contract/kpis.contract.js";
import * as negotiation from "../../../contract/negotiation.contract.js";
import * as payments from "../../../contract/payments.contract.js";
import * as policy from "../../../contract/policy.contract.js";
import * as portfolio from "../../../contract/portfolio.contract.js";
import * as segmentation from "../../../contract/segmentation.contract.js";
import * as templates from "../../../contract/templates.contract.js";

export type Json = null | boolean | number | string | readonly Json[] | JsonSchema;
export interface JsonSchema {
  readonly [keyword: string]: Json;
}
export type Direction = "input" | "output";

const CONTRACTS = [
  accounts,
  cadences,
  common,
  figures,
  imports,
  journal,
  kpis,
  negotiation,
  payments,
  policy,
  portfolio,
  segmentation,
  templates,
];

/** What the contract exports under a name keeps it in the description. */
const NAMES: ReadonlyMap<unknown, string> = new Map(
  CONTRACTS.flatMap((contract) => Object.entries(contract))
    .filter((entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType)
    .map(([name, schema]) => [meant(schema), name]),
);

/** Of a type that calls itself, the type that is called. */
function meant(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodLazy ? schema._zod.innerType : schema;
}

/** The descriptions of the global registry, and a name for what has one. */
class Named extends z.core.$ZodRegistry<z.core.GlobalMeta> {
  override get(schema: z.core.$ZodType) {
    const meta = z.globalRegistry.get(schema);
    const id = NAMES.get(schema);
    return id === undefined ? meta : { ...meta, id };
  }

  override has(schema: z.core.$ZodType) {
    return NAMES.has(schema) || z.globalRegistry.has(schema);
  }
}

/**
 * The contract's schemas as JSON Schema 2020-12, the dialect of OpenAPI 3.1. Named ones are collected as components. A type that comes in
 * otherwise than it goes out (a field with a default need not come in) has a component for each, the one that comes in called `NameInput`.
 */
export class Schemas {
  private readonly found: Readonly<Record<Direction, Map<string, Json>>> = { input: new Map(), output: new Map() };

  of(schema: z.ZodType, io: Direction): JsonSchema {
    const json = z.toJSONSchema(schema, {
      io,
      metadata: new Named(),
      unrepresentable: "any",
      override: ({ zodSchema, jsonSchema }) => amend(zodSchema, jsonSchema, io),
    });
    const { $schema: _dialect, $defs = {}, ...own } = pointed(json as unknown as JsonSchema, io) as JsonSchema;
    for (const [name, definition] of Object.entries($defs as JsonSchema)) this.found[io].set(name, definition);
    return own;
  }

  /** The components of what was asked for so far. */
  components(): JsonSchema {
    const { input, output } = this.found;
    const two = this.differing();
    const all = [
      ...output,
      ...[...input].filter(([name]) => !output.has(name) || two.has(name)).map(([name, json]) => [nameIn(name, two), json]),
    ];
    return Object.fromEntries(
      all.map(([name, json]) => [name, this.settled(json as Json)] as [string, Json]).sort(([a], [b]) => a.localeCompare(b)),
    );
  }

  /** With every reference pointing at one of `components`. */
  settled(json: Json): Json {
    const two = this.differing();
    return withReferences(json, (name) => nameIn(name, two));
  }

  /** Names of two types: what differs itself, and what refers to such a type. */
  private differing(): ReadonlySet<string> {
    const { input, output } = this.found;
    const two = new Set<string>();
    for (let before = -1; before < two.size;) {
      before = two.size;
      const text = (json: Json | undefined) => JSON.stringify(withReferences(json ?? null, (name) => nameIn(name, two)));
      for (const name of input.keys()) if (output.has(name) && text(input.get(name)) !== text(output.get(name))) two.add(name);
    }
    return two;
  }
}

const HOME = "#/components/schemas/";
/** Marks a reference to a type as it comes in; no name ends so. */
const COMING_IN = "~in";

function pointed(json: Json, io: Direction): Json {
  return withReferences(json, (name) => (io === "input" ? name + COMING_IN : name), "#/$defs/");
}

function nameIn(name: string, two: ReadonlySet<string>): string {
  const bare = name.replace(COMING_IN, "");
  return two.has(bare) && name !== bare ? `${bare}Input` : bare;
}

function withReferences(json: Json, rename: (name: string) => string, home = HOME): Json {
  if (Array.isArray(json)) return (json as readonly Json[]).map((part) => withReferences(part, rename, home));
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [
      key,
      key === "$ref" && typeof value === "string" ? HOME + rename(value.replace(home, "")) : withReferences(value, rename, home),
    ]),
  );
}

/** A reader must allow fields that come later; and a rule that comes in is described as stored ones are, however it is measured first. */
function amend(schema: z.core.$ZodTypes, json: z.core.JSONSchema.BaseSchema, io: Direction): void {
  const { def } = schema._zod;
  if (def.type === "object" && def.catchall === undefined && io === "output") delete json.additionalProperties;
  if (def.type === "pipe" && def.in._zod.def.type === "any") {
    const name = NAMES.get(meant(def.out));
    if (name !== undefined) json.$ref = `#/$defs/${name}`;
  }
}
