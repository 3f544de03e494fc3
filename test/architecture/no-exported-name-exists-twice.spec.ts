import { expect, it } from "@jest/globals";
import { type SourceFile, sourcesUnder } from "../../server/commands/house/sources.js";

const DECLARED = /^export (?:declare )?(?:abstract )?(?:async )?(?:class|interface|type|enum|const|let|function\*?) (\w+)/gm;

/**
 * Two things of one name: nobody knows which one is meant, injected or logged. What is only re-exported is one thing, and so are a schema and
 * the type of it in one file. The stand-in helpdesk and the demo are programs of their own.
 */
function twice(sources: readonly SourceFile[]): string[] {
  const found = sources.flatMap(({ path, text }) =>
    [...new Set([...text.matchAll(DECLARED)].map(([, name = ""]) => name))].map((name) => ({ name, path })),
  );
  return [...Map.groupBy(found, ({ name }) => name)].flatMap(([name, places]) =>
    places.length > 1 ? [`${name}: ${places.map(({ path }) => path).join(", ")}`] : [],
  );
}

it("in the server, its contract and its kernel", () => {
  const ours = sourcesUnder(process.cwd(), "server").filter(({ path }) => !/^server\/(sandbox|demo)\//.test(path));
  expect(twice(ours)).toEqual([]);
});

it.each([
  "class Reconciler {}",
  "interface Reconciler {}",
  "type Reconciler = string;",
  "const Reconciler = 1;",
  "async function Reconciler() {}",
])("and a second %s is noticed", (thing) => {
  const planted = ["host", "outbox"].map((name) => ({ path: `server/modules/${name}/a.service.ts`, text: `export ${thing}` }));
  expect(twice(planted)).toEqual(["Reconciler: server/modules/host/a.service.ts, server/modules/outbox/a.service.ts"]);
});

it("a schema with its type, and what is handed on, are one", () => {
  const schema = {
    path: "server/contract/a.contract.ts",
    text: "export const Role = z.enum([]);\nexport type Role = z.infer<typeof Role>;",
  };
  expect(twice([schema, { path: "server/modules/a/index.ts", text: 'export { Role } from "./a.js";' }])).toEqual([]);
});
