import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Route } from "../../../server/contract/route.js";
import { SetupCodes } from "../../../server/modules/accounts/index.js";
import { connection, TOKENS } from "../../support/desk.js";
import { type Answer, Caller } from "../support/caller.js";
import { livedInDesk, type LivedInDesk } from "../support/lived-in-desk.js";
import { ALL_ROUTES, inputSchema, type JsonSchema, pathOf, sample } from "../support/routes.js";
import { publicIds } from "../support/tenant-rows.js";

/** Half a character, at the beginning, in the middle and at the end. */
const HALVES = ["\ud800abcdefgh", "abcd\udfffefgh", "abcdefgh\udbff"];
const HOSTILE = [
  "token\r\nx-injected: 1",
  "a line\nand another",
  "\u0000\u0001\u001f\u007f",
  "\ufeffmark of order",
  "\u202eright to left",
  "\ufffe\uffff and what is no character",
  "😀".repeat(20),
  "e\u0301".repeat(20),
  "  ",
  "../../../../etc/passwd",
  "constructor",
  "__proto__",
  "toString",
  "-0",
  "1e309",
  "NaN",
  "9".repeat(50),
  "{{#each x}}",
  "=cmd|' /C calc'!A0",
  "Etc/GMT+99",
  "2026-13-45",
  "%00%ff%zz",
];

let desk: LivedInDesk;
let admin: Caller;
let ids: Record<string, string>;
beforeAll(async () => {
  desk = await livedInDesk({ environment: { SALDO_TRUST_PROXY: "1" } });
  admin = await Caller.person(desk.url, desk.account.publicId, TOKENS.admin);
  ids = await publicIds(desk.db, desk.account.id);
});
afterAll(() => desk?.close());

const WITH_BODY = ALL_ROUTES.filter(({ body, access }) => body !== undefined && body !== "bytes" && access !== "public");

test("half a character in any text of any body is refused by the field's name, before anything is done with it", async () => {
  const wrong: string[] = [];
  for (const route of WITH_BODY) {
    for (const { path, body } of planted(route, HALVES)) {
      const answer = await send(route, body);
      if (!names(answer, path)) wrong.push(`${route.method} ${route.path}, ${path}: ${answer.status} ${answer.text.slice(0, 120)}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("whatever else is in a text of a body, it is refused or taken, and nothing fails on our side", async () => {
  const wrong: string[] = [];
  for (const route of WITH_BODY) {
    for (const { path, body } of planted(route, HOSTILE)) {
      const { status } = await send(route, body);
      if (status >= 500) wrong.push(`${route.method} ${route.path}, ${path} = ${JSON.stringify(at(body, path))}: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("nor in anything after the question mark", async () => {
  const wrong: string[] = [];
  for (const route of ALL_ROUTES.filter(({ query, path }) => query !== undefined && path !== "/api/live")) {
    for (const name of Object.keys(inputSchema(route.query!).properties ?? {})) {
      for (const text of [...HALVES.map((half) => half.toWellFormed()), ...HOSTILE]) {
        const { status } = await admin.call(route.method, pathOf(route, ids, `${name}=${encodeURIComponent(text)}`));
        if (status >= 500) wrong.push(`${route.method} ${route.path}?${name}=${JSON.stringify(text)}: ${status}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

const DOORS = ["accounts.signIn", "accounts.connect"] as const;

for (const name of DOORS) {
  test(`nor at ${name}, which reaches the helpdesk`, async () => {
    const route = ALL_ROUTES.find((candidate) => candidate.name === name)!;
    const wrong: string[] = [];
    let network = 0;
    for (const text of [...HALVES, ...HOSTILE]) {
      for (const { path } of planted(route, [text])) {
        const { code } = await desk.app.get(SetupCodes).create();
        const good =
          name === "accounts.connect" ? connection(desk.sandbox.url, code) : { account: desk.account.publicId, accessToken: TOKENS.agent };
        const body = replaced(good, path.split("."), text);
        const headers = { "x-forwarded-for": `198.51.${Math.floor(network / 200)}.${network++ % 200}` };
        const answer = await admin.without("cookie").call(route.method, route.path, { body, headers });
        if (answer.status >= 500) wrong.push(`${path} = ${JSON.stringify(text)}: ${answer.status} ${answer.text.slice(0, 120)}`);
      }
    }
    expect(wrong).toEqual([]);
  });
}

test("a token with a line break is refused by name; blanks around one are no part of it", async () => {
  const route = ALL_ROUTES.find((candidate) => candidate.name === "accounts.signIn")!;
  const signIn = (accessToken: string) =>
    admin.without("cookie").call("POST", route.path, { body: { account: desk.account.publicId, accessToken } });
  expect(names(await signIn(`${TOKENS.agent}\r\nx: y`), "accessToken")).toBe(true);
  expect((await signIn(`  ${TOKENS.agent}\n`)).status).toBe(200);
});

/** The route's sample body, once for each text in it and each of `texts`, with that text in its place. */
function planted(route: Route, texts: readonly string[]): { readonly path: string; readonly body: unknown }[] {
  const schema = inputSchema(route.body!);
  const good = sample(schema, { base64: undefined, upload: undefined });
  return leaves(schema, []).flatMap((path) => texts.map((text) => ({ path: path.join("."), body: replaced(good, path, text) })));
}

function leaves(schema: JsonSchema, path: readonly string[]): string[][] {
  const plain = schema.anyOf?.find((one) => one.type !== "null") ?? schema;
  if (plain.type === "string") return [[...path]];
  if (plain.type === "array") return leaves(plain.items ?? {}, [...path, "0"]);
  return Object.entries(plain.properties ?? {}).flatMap(([name, member]) => leaves(member, [...path, name]));
}

function replaced(value: unknown, [name, ...rest]: readonly string[], text: string): unknown {
  if (name === undefined) return text;
  if (name === "0") return [replaced((value as readonly unknown[] | undefined)?.[0], rest, text)];
  const members = (value ?? {}) as Record<string, unknown>;
  return { ...members, [name]: replaced(members[name], rest, text) };
}

function at(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((found, name) => (found as Record<string, unknown> | undefined)?.[name], value);
}

function send(route: Route, body: unknown): Promise<Answer> {
  return admin.call(route.method, pathOf(route, { ...ids, id: idFor(route) }), { body });
}

/** A row of the kind the address names, so that the text gets as far as it can. */
function idFor(route: Route): string {
  const table = Object.keys(ids).find((name) => route.path.includes(`/${name.replaceAll("_", "-").replace(/y$/, "ie")}s/`));
  return ids[table ?? "debtor"]!;
}

function names(answer: Answer, field: string): boolean {
  const { fields, remedy } = (answer.json ?? {}) as { fields?: { field: string }[]; remedy?: string };
  return answer.status === 422 && fields?.some((one) => one.field === field) === true && (remedy?.length ?? 0) > 8;
}
