import { posix } from "node:path";
import { type SourceFile, withoutComments } from "./sources.js";

/** The floors of the house: a module may know those before it, in code and in SQL. Those of one floor stand in one list. */
export const FLOORS: readonly (readonly string[])[] = [
  ["journal", "accounts"],
  ["portfolio"],
  ["payments"],
  ["imports"],
  ["policy", "host"],
  ["segmentation", "templates"],
  ["outbox", "cadences"],
  ["negotiation", "escalations"],
  ["kpis"],
];

/** Why one module knows another. */
export interface Knowledge {
  readonly from: string;
  readonly to: string;
  /** Files whose imports lead there. */
  readonly imports: readonly string[];
  /** `file: table` for tables named in SQL, by constant or by literal. */
  readonly tables: readonly string[];
}

export interface ModuleGraph {
  readonly modules: readonly string[];
  readonly edges: readonly Knowledge[];
  /** `file: table` where another module's table is named by a literal instead of its owner's constant. */
  readonly literals: readonly string[];
}

const TABLE_CONSTANT = /export const (\w+) = "(\w+)"/g;
const TABLE_NAME = /tableName: "(\w+)"/g;

/** One graph over imports and the tables named in SQL. @param sources files under `server/modules/` */
export function moduleGraph(sources: readonly SourceFile[]): ModuleGraph {
  const modules = [...new Set(sources.map(({ path }) => moduleOf(path)))].sort();
  const owners = tableOwners(sources);
  const found = new Map<string, { imports: Set<string>; tables: Set<string> }>();
  const literals: string[] = [];
  const edge = (from: string, to: string) => {
    const key = `${from}>${to}`;
    const known = found.get(key) ?? { imports: new Set<string>(), tables: new Set<string>() };
    found.set(key, known);
    return known;
  };
  for (const { path, text } of sources) {
    const own = moduleOf(path);
    const code = withoutComments(text);
    for (const [statement, specifier = ""] of code.matchAll(/(?:import|export)[^;]*? from "(\.[^"]+)"/g)) {
      const target = posix.join(posix.dirname(path), specifier);
      if (!target.startsWith("server/modules/") || moduleOf(target) === own) continue;
      edge(own, moduleOf(target)).imports.add(path);
      for (const [name] of statement.matchAll(/\b[A-Z][A-Z_]+\b/g)) {
        const table = owners.constants.get(name);
        if (table && table.owner !== own) edge(own, table.owner).tables.add(`${path}: ${table.name}`);
      }
    }
    for (const table of tablesInSql(code, owners.tables)) {
      const owner = owners.tables.get(table)!;
      if (owner === own) continue;
      edge(own, owner).tables.add(`${path}: ${table}`);
      literals.push(`${path}: ${table}`);
    }
  }
  const edges = [...found].map(([key, { imports, tables }]) => {
    const [from = "", to = ""] = key.split(">");
    return { from, to, imports: [...imports].sort(), tables: [...tables].sort() };
  });
  return { modules, edges: edges.sort((a, b) => `${a.from}>${a.to}`.localeCompare(`${b.from}>${b.to}`)), literals: literals.sort() };
}

/** Groups of modules each of which leads to every other: nobody can understand one of them alone. */
export function knots({ modules, edges }: ModuleGraph): string[][] {
  const next = new Map(modules.map((name) => [name, edges.filter(({ from }) => from === name).map(({ to }) => to)]));
  const reach = (start: string): Set<string> => {
    const seen = new Set<string>();
    const queue = [...(next.get(start) ?? [])];
    for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
      if (seen.has(name)) continue;
      seen.add(name);
      queue.push(...(next.get(name) ?? []));
    }
    return seen;
  };
  const reached = new Map(modules.map((name) => [name, reach(name)]));
  const together = (a: string, b: string) => reached.get(a)!.has(b) && reached.get(b)!.has(a);
  const inKnots = new Set<string>();
  return modules.flatMap((name) => {
    if (inKnots.has(name)) return [];
    const knot = modules.filter((other) => together(name, other));
    for (const member of knot) inKnots.add(member);
    return knot.length > 1 ? [knot] : [];
  });
}

/** Edges that lead down the floors: from a module to one that stands below it. */
export function downward({ edges }: ModuleGraph): Knowledge[] {
  const floor = (name: string) => FLOORS.findIndex((names) => names.includes(name));
  return edges.filter(({ from, to }) => floor(to) > floor(from));
}

function moduleOf(path: string): string {
  return path.split("/")[2] ?? "";
}

function tableOwners(sources: readonly SourceFile[]) {
  const tables = new Map<string, string>();
  const constants = new Map<string, { readonly name: string; readonly owner: string }>();
  for (const { path, text } of sources) {
    if (path.endsWith(".entity.ts")) for (const [, name = ""] of text.matchAll(TABLE_NAME)) tables.set(name, moduleOf(path));
  }
  for (const { path, text } of sources) {
    if (!path.endsWith(".tables.ts")) continue;
    for (const [, constant = "", name = ""] of text.matchAll(TABLE_CONSTANT)) constants.set(constant, { name, owner: moduleOf(path) });
  }
  return { tables, constants };
}

const AFTER = /\b(?:from|join|into|update|table)\s+`?(\w+)`?/gi;
const AS_ARGUMENT =
  /\.(?:insert|insertIgnore|upsert|selectFrom|innerJoin|leftJoin|from|updateTable|insertInto|replaceInto|deleteFrom)\(\s*["`](\w+)/g;

function tablesInSql(code: string, tables: ReadonlyMap<string, string>): Set<string> {
  const named = new Set<string>();
  for (const [, name = ""] of code.matchAll(AFTER)) if (tables.has(name)) named.add(name);
  for (const [, name = ""] of code.matchAll(AS_ARGUMENT)) if (tables.has(name)) named.add(name);
  return named;
}
