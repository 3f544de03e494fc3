import { expect, it } from "@jest/globals";
import { sourcesUnder, withoutComments } from "../../server/commands/house/sources.js";

/** Platform, queue and journal; and the ports that a later module fills for an earlier one. Every other module is imported by whoever needs it. */
const EVERYWHERE = [
  "server/filled-ports.module.ts",
  "server/modules/journal/journal.module.ts",
  "server/platform/platform.module.ts",
  "server/platform/queue/queue.module.ts",
];

it("no module but infrastructure is global", () => {
  const global = sourcesUnder(process.cwd(), "server").filter(({ text }) => /@Global\(\)|\bglobal: true\b/.test(withoutComments(text)));
  expect(global.map(({ path }) => path)).toEqual(EVERYWHERE);
});

it("a port that a later module fills is filled in one place", () => {
  const filled = sourcesUnder(process.cwd(), "server").find(({ path }) => path === EVERYWHERE[0]);
  const ports = [...filled!.text.matchAll(/provide: (\w+)/g)].map(([, port]) => port!);
  expect(ports.length).toBeGreaterThan(0);
  const again = sourcesUnder(process.cwd(), "server/modules").filter(({ path, text }) =>
    path.endsWith(".module.ts") ? ports.some((port) => new RegExp(`provide: ${port}\\b`).test(text)) : false,
  );
  expect(again.map(({ path }) => path)).toEqual([]);
});
