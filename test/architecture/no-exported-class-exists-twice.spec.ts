import { expect, it } from "@jest/globals";
import { type SourceFile, sourcesUnder } from "../../server/commands/house/sources.js";

/** Two classes of one name: nobody knows which one is injected, or which one a log line is of. The stand-in helpdesk and the demo are programs of their own. */
function twice(sources: readonly SourceFile[]): string[] {
  const found = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/^export (?:abstract )?class (\w+)/gm)].map(([, name = ""]) => ({ name, path })),
  );
  return [...Map.groupBy(found, ({ name }) => name)].flatMap(([name, places]) =>
    places.length > 1 ? [`${name}: ${places.map(({ path }) => path).join(", ")}`] : [],
  );
}

it("in the server", () => {
  const ours = sourcesUnder(process.cwd(), "server").filter(({ path }) => !/^server\/(sandbox|demo)\//.test(path));
  expect(twice(ours)).toEqual([]);
});

it("and a second one is noticed", () => {
  const planted = ["host", "outbox"].map((name) => ({ path: `server/modules/${name}/a.service.ts`, text: "export class Reconciler {}" }));
  expect(twice(planted)).toEqual(["Reconciler: server/modules/host/a.service.ts, server/modules/outbox/a.service.ts"]);
});
