import { posix } from "node:path";
import { type SourceFile, withoutComments, withoutStrings } from "./sources.js";

/** What keeps the house pleasant, and how far it may go. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly most: number;
  /** Where it is not kept, or what counts. */
  readonly places: readonly string[];
}

/** Declarations and entities are as long as the tables they describe; nothing else has an excuse. */
const LINES = 400;
const FILES_IN_A_FOLDER = 40;
const DEPENDENCIES = 8;
/** Reads whose row shape the caller asserts, by a type argument or by what it returns, instead of having it inferred from the entities. */
const ASSERTED_READ = /\b(?:db|database|em|[a-z]+Db)\.(?:rows|row|claim|lock|execute)[<(]/g;
/**
 * Where they still are: what puts statements together, opens the database and changes its schema. Only taken out of: new code reads by
 * `Database.typed`, and a test knows the numbers.
 */
export const STILL_ASSERTED: Readonly<Record<string, number>> = {
  "server/platform/database/migrate.ts": 6,
  "server/platform/database/database.ts": 3,
  "server/platform/database/orm.ts": 3,
};
const SUPPRESSION = /(?:oxlint|eslint)-disable|@ts-(?:ignore|expect-error|nocheck)/g;
const ANY = /(?::|\bas|<|\|)\s*any\b/g;

/** @param sources all of `server/`; for folders also the panel's, for suppressions and length the tests', too */
export function figures(sources: readonly SourceFile[], knots: readonly (readonly string[])[]): Figure[] {
  const server = sources.filter(({ path }) => path.startsWith("server/"));
  const bare = new Map(sources.map((file) => [file.path, withoutComments(file.text)]));
  const code = ({ path }: SourceFile) => bare.get(path)!;
  const count = (name: string, most: number, files: readonly SourceFile[], pattern: RegExp, of: (file: SourceFile) => string): Figure => {
    const found = files.flatMap((file) => [...of(file).matchAll(pattern)].map(() => file.path));
    return { name, most, value: found.length, places: tally(found) };
  };
  return [
    { name: "knots", value: knots.length, most: 0, places: knots.map((members) => members.join(" – ")) },
    largestFolder(sources),
    count("raw asserted reads", sum(Object.values(STILL_ASSERTED)), server, ASSERTED_READ, code),
    // Named in pieces, so that this list is not one of its own findings.
    count("suppressions", 0, sources, SUPPRESSION, ({ text }) => text),
    count("any", 0, sources, ANY, (file) => withoutStrings(code(file))),
    worst("files over 400 lines", 0, sources, ({ text }) => text.split("\n").length - 1, LINES),
    worst("constructors over 8 parameters", 0, server, (file) => mostParameters(code(file)), DEPENDENCIES),
  ];
}

function largestFolder(sources: readonly SourceFile[]): Figure {
  const folders = [
    ...Map.groupBy(
      sources.filter(({ path }) => /^(?:server|admin-ui)\//.test(path)),
      ({ path }) => posix.dirname(path),
    ),
  ]
    .map(([folder, files]) => ({ folder, files: files.length }))
    .sort((a, b) => b.files - a.files);
  const [largest] = folders;
  const crowded = folders.filter(({ files }) => files > FILES_IN_A_FOLDER).map(({ folder, files }) => `${folder} (${files})`);
  return { name: "files in a folder", value: largest?.files ?? 0, most: FILES_IN_A_FOLDER, places: crowded };
}

function worst(name: string, most: number, sources: readonly SourceFile[], measure: (file: SourceFile) => number, limit: number): Figure {
  const places = sources.flatMap((file) => {
    const size = measure(file);
    return size > limit ? [`${file.path} (${size})`] : [];
  });
  return { name, value: places.length, most, places };
}

/** Of the constructor with the most parameters. */
function mostParameters(code: string): number {
  let most = 0;
  for (const { index } of code.matchAll(/\bconstructor\(/g)) most = Math.max(most, parametersFrom(code, index + "constructor(".length));
  return most;
}

function parametersFrom(code: string, start: number): number {
  let depth = 0;
  let parameters = 0;
  let empty = true;
  for (const character of code.slice(start)) {
    if (character === ")" && depth === 0) return empty ? parameters : parameters + 1;
    if ("([{<".includes(character)) depth++;
    else if (")]}>".includes(character)) depth--;
    else if (character === "," && depth === 0) {
      parameters++;
      empty = true;
      continue;
    }
    if (!/\s/.test(character)) empty = false;
  }
  return parameters;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function tally(paths: readonly string[]): string[] {
  return [...Map.groupBy(paths, (path) => path)]
    .map(([path, found]) => ({ path, times: found.length }))
    .sort((a, b) => b.times - a.times)
    .map(({ path, times }) => (times > 1 ? `${path} (${times})` : path));
}
