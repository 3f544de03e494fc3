import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { PlantedProject } from "./planted-project.js";

/** One statement each, and the words of the message it must bring in an ordinary server file. */
const VIOLATIONS: readonly (readonly [source: string, message: string])[] = [
  ["export const x = Date.now();", "`Date.now`"],
  ['export const x = globalThis.Date["now"]();', "`Date.now`"],
  ["export const { now } = Date;", "`Date.now`"],
  ["export const x = new Date();", "`new Date()`"],
  ["export const x = Date();", "`Date()`"],
  ["export const x = performance.now();", "`performance.now`"],
  ["export const x = process.hrtime.bigint();", "`process.hrtime`"],
  ["setTimeout(() => {}, 1);", "`setTimeout`"],
  ["export const later = setTimeout;", "`setTimeout`"],
  ["globalThis.setTimeout(() => {}, 1);", "`setTimeout`"],
  ["setInterval(() => {}, 1);", "`setInterval`"],
  ["setImmediate(() => {});", "`setImmediate`"],
  ['export { setTimeout } from "node:timers/promises";', "`timers/promises`"],
  ['export { randomBytes } from "node:crypto";', "`crypto.randomBytes`"],
  ['import { setTimeout } from "node:timers/promises"; await setTimeout(1);', "`timers/promises`"],
  ["export const x = AbortSignal.timeout(1);", "`AbortSignal.timeout`"],
  ["export const x = Math.random();", "`Math.random`"],
  ['import { randomUUID } from "node:crypto"; export const x = randomUUID();', "`crypto.randomUUID`"],
  ['import * as crypto from "node:crypto"; export const x = crypto.randomBytes(8);', "`randomBytes`"],
  ["export const x = crypto.randomUUID();", "`randomUUID`"],
  ['void fetch("https://example.org");', "`fetch`"],
  ['void globalThis.fetch("https://example.org");', "`fetch`"],
  ['import { request } from "undici"; void request("https://example.org");', "`undici`"],
  ['export const client = () => import("node:https");', "`https`"],
  ["export const x = process.env.HOME;", "`process.env`"],
  ["export const { env } = process;", "`process.env`"],
  ['import { env } from "node:process"; export const x = env;', "`process`"],
  ['import { forwardRef } from "@nestjs/common"; export const x = forwardRef(() => Object);', "`forwardRef`"],
  ['import { Scope } from "@nestjs/common"; export const x = Scope.REQUEST;', "`Scope.REQUEST`"],
  ["async function work(): Promise<void> {}\nwork();", "Promises must be awaited"],
  ["export const x = JSON.parse('1').a;", "Unsafe member access"],
  ['import { SeededRandom } from "../../platform/crypto/randomness.js"; export const x = SeededRandom;', "Seeded ports"],
  ['import { World } from "../../sandbox/world.js"; export const x = World;', "The sandbox is for the demo"],
];

/** Looks alike and is fine. */
const HARMLESS = `
import type { IncomingMessage } from "node:http";
import { createHash } from "node:crypto";
export type Timer = ReturnType<typeof setTimeout>;
export const dates = [new Date(0), Date.UTC(2026, 0, 1), Date.parse("2026-01-01")];
export const hash = (message: IncomingMessage) => createHash("sha256").update(message.url ?? "").digest("hex");
export function call(fetch: () => number, setTimeout: () => number): number {
  return fetch() + setTimeout();
}
`;

const AMBIENT = "export const x = [Date.now(), Math.random(), process.env, setTimeout, fetch, crypto.randomUUID()];";

describe("the lint rules of the server", () => {
  let messages: ReadonlyMap<string, readonly string[]>;
  let project: PlantedProject;

  beforeAll(() => {
    const planted = VIOLATIONS.map(([source], index) => [`server/modules/planted/case-${index}.ts`, source] as const);
    project = new PlantedProject({
      ...Object.fromEntries(planted),
      "server/modules/planted/harmless.ts": HARMLESS,
      "server/modules/planted/long.ts": "export {};\n".repeat(401),
      "server/platform/http/edge.ts": AMBIENT,
      "server/platform/config/edge.ts": AMBIENT,
      "server/sandbox/edge.ts": AMBIENT,
      "server/sandbox/world.ts": "export class World {}",
      "server/platform/crypto/randomness.ts": "export class SeededRandom {}",
    });
    messages = lint(project);
  });
  afterAll(() => project.remove());

  it.each(VIOLATIONS)("refuse %s", (source, message) => {
    const file = `server/modules/planted/case-${VIOLATIONS.findIndex(([text]) => text === source)}.ts`;
    expect(messages.get(file)?.join("\n")).toContain(message);
  });

  it("let pass what only looks alike", () => {
    expect(messages.get("server/modules/planted/harmless.ts")).toBeUndefined();
  });

  it("refuse a file of more than 400 lines", () => {
    expect(messages.get("server/modules/planted/long.ts")?.join("\n")).toContain("too many lines");
  });

  it("allow the platform everything but the environment, and that to its configuration alone", () => {
    expect(messages.get("server/platform/http/edge.ts")).toEqual([expect.stringContaining("`process.env`")]);
    expect(messages.get("server/platform/config/edge.ts")).toBeUndefined();
  });

  it("allow the sandbox timers and the network, but neither clock, chance nor environment", () => {
    expect(messages.get("server/sandbox/edge.ts")).toEqual([
      expect.stringContaining("`Date.now`"),
      expect.stringContaining("`Math.random`"),
      expect.stringContaining("`process.env`"),
    ]);
  });
});

/** What the linter says, by file. */
function lint(project: PlantedProject): ReadonlyMap<string, readonly string[]> {
  const { diagnostics } = JSON.parse(project.run("oxlint", ["--type-aware", "--format=json", "server"])) as {
    diagnostics: readonly { filename: string; message: string; help?: string }[];
  };
  const byFile = Map.groupBy(diagnostics, ({ filename }) => filename);
  return new Map([...byFile].map(([file, found]) => [file, found.map(({ message, help = "" }) => `${message} ${help}`)]));
}
