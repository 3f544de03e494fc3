import { readFileSync } from "node:fs";
import { expect, it } from "@jest/globals";
import { figures } from "../../server/commands/house/figures.js";
import { asMermaid } from "../../server/commands/house/mermaid.js";
import { downward, knots, moduleGraph } from "../../server/commands/house/module-graph.js";
import { sourcesUnder } from "../../server/commands/house/sources.js";
import { UPWARD } from "../../server/commands/house/upward.js";

const key = ({ from, to }: { readonly from: string; readonly to: string }) => `${from} → ${to}`;
const graph = moduleGraph(sourcesUnder(process.cwd(), "server/modules"));

it("finds every module on a floor and nothing against the floors but what the list gives a reason for", () => {
  expect(downward(graph).map(key).toSorted()).toEqual(UPWARD.map(key).toSorted());
});

it("has no knot: every module can be understood with those before it", () => {
  expect(knots(graph)).toEqual([]);
});

it.each(["suppressions", "any", "files over 400 lines", "constructors over 8 parameters"])("has no %s", (name) => {
  const all = ["server", "admin-ui/src", "test"].flatMap((folder) => sourcesUnder(process.cwd(), folder));
  expect(figures(all, []).find((figure) => figure.name === name)).toMatchObject({ value: 0, places: [] });
});

it("is drawn in the README as `saldo modules --mermaid` draws it", () => {
  const [, picture] = /```mermaid\n([\s\S]*?)```/.exec(readFileSync("README.md", "utf8")) ?? [];
  expect(picture).toBe(asMermaid(graph));
});

it("sees a table that is named in SQL as it sees an import", () => {
  const planted = moduleGraph([
    { path: "server/modules/outbox/message.entity.ts", text: 'defineEntity({ name: "M", tableName: "message" })' },
    { path: "server/modules/outbox/outbox.tables.ts", text: 'export const MESSAGE = "message";' },
    { path: "server/modules/policy/a.view.ts", text: "db.rows(`select 1 from message where account_id = ?`)" },
    {
      path: "server/modules/payments/b.view.ts",
      text: 'import { MESSAGE } from "../outbox/index.js";\ndb.rows(`select 1 from ${MESSAGE}`)',
    },
    { path: "server/modules/kpis/c.view.ts", text: "// select 1 from message" },
  ]);
  expect(planted.edges.map(key)).toEqual(["payments → outbox", "policy → outbox"]);
  expect(planted.literals).toEqual(["server/modules/policy/a.view.ts: message"]);
});

it("names all of a knot, and nobody who only leads to one", () => {
  const file = (from: string, to: string) => ({ path: `server/modules/${from}/a.ts`, text: `import { x } from "../${to}/index.js";` });
  const planted = moduleGraph([file("outbox", "policy"), file("policy", "host"), file("host", "outbox"), file("kpis", "outbox")]);
  expect(knots(planted)).toEqual([["host", "outbox", "policy"]]);
});
