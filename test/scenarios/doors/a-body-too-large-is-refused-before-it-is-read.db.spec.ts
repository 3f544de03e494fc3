import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { afterAll, afterEach, beforeAll, expect, jest, test } from "@jest/globals";
import { type Route, USUAL_BODY } from "../../../server/contract/route.js";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, openDesk, TOKENS } from "../../support/desk.js";
import { Caller } from "../support/caller.js";
import { ALL_ROUTES, pathOf } from "../support/routes.js";

const HUGE = 26 * 1024 * 1024;
const HOOK: Route = { method: "POST", path: "/hooks/chatwoot/somebodys-key", access: "public", response: null, summary: "" };
const NOWHERE: Route = { method: "POST", path: "/api/nowhere", access: "public", response: null, summary: "" };
const DOORS = [...ALL_ROUTES.filter(({ method }) => method !== "GET"), HOOK, NOWHERE];
const NOBODYS = "0193aaaa-0000-7000-8000-0000000000ff";

let desk: Desk;
let cookie: string;
let apiKey: string;
beforeAll(async () => {
  desk = await openDesk({ debts: debtsFile([{ id: "C-1", name: "Ana", phone: "+573005550001", reference: "CH-1" }]) });
  const { secret } = await desk.admin.call<{ secret: string }>("POST", "/api/keys", { name: "core", scopes: ["imports:write"] });
  apiKey = secret;
});
beforeAll(async () => {
  const anyone = new Caller(desk.url, { "x-saldo": "1", origin: desk.url });
  cookie = (await anyone.call("POST", "/api/session", { body: { account: desk.account.publicId, accessToken: TOKENS.admin } })).cookie!;
});
afterEach(() => void jest.restoreAllMocks());
afterAll(() => desk?.close());

test("no route that anybody may call declares a body beyond the usual", () => {
  expect(ALL_ROUTES.filter(({ access, largestBody }) => access === "public" && largestBody !== undefined)).toEqual([]);
  expect(
    ALL_ROUTES.filter(({ largestBody }) => largestBody !== undefined)
      .map(({ path }) => path)
      .sort(),
  ).toEqual(["/api/costs/import", "/api/costs/preview", "/api/imports", "/api/imports/preview", "/api/uploads"]);
});

const CALLERS: Record<string, () => Record<string, string>> = {
  nobody: () => ({ "x-saldo": "1" }),
  "an administrator": () => ({ "x-saldo": "1", cookie }),
  "a machine": () => ({ authorization: `Bearer ${apiKey}` }),
};

for (const [who, headers] of Object.entries(CALLERS)) {
  test(`${who} announces more than a route takes: the answer comes before the body`, async () => {
    const wrong: string[] = [];
    for (const route of DOORS) {
      const bytes = Math.max(HUGE, (route.largestBody ?? 0) + 1);
      const answer = await begin(route, { ...headers(), "content-length": String(bytes) }, 1);
      if (!isRefusal(answer, [413])) wrong.push(`${route.method} ${route.path}: ${answer.status} ${answer.text.slice(0, 99)}`);
    }
    expect(wrong).toEqual([]);
  });

  test(`${who} sends without end: the answer comes as soon as it is too much`, async () => {
    const wrong: string[] = [];
    for (const route of DOORS.filter(({ largestBody }) => largestBody === undefined || who === "nobody")) {
      const answer = await begin(route, { ...headers(), "transfer-encoding": "chunked" }, route === HOOK ? 1_200_000 : 2 * USUAL_BODY);
      if (!isRefusal(answer, [413, 401, 403])) wrong.push(`${route.method} ${route.path}: ${answer.status} ${answer.text.slice(0, 99)}`);
    }
    expect(wrong).toEqual([]);
  });
}

test("a signed-in sender of a large file is stopped where the file becomes too large, and nothing of it is parsed as JSON", async () => {
  const parse = jest.spyOn(JSON, "parse");
  const route = ALL_ROUTES.find(({ path }) => path === "/api/imports")!;
  const answer = await begin(route, { ...CALLERS["a machine"]!(), "transfer-encoding": "chunked" }, route.largestBody! + 1);
  expect(isRefusal(answer, [413])).toBe(true);
  expect(Math.max(0, ...parse.mock.calls.map(([text]) => text.length))).toBeLessThan(USUAL_BODY);
});

const BULK: Record<string, string> = {
  "a million brackets": "[".repeat(1_000_000),
  "a thousand levels": '{"a":'.repeat(1_000) + "1" + "}".repeat(1_000),
  "half a million keys": `{${Array.from({ length: 500_000 }, (_, key) => `"${key}":1`).join(",")}}`,
  "a million empty lists": `[${"[],".repeat(1_000_000)}[]]`,
  "numbers, nothing but numbers": `[${"1,".repeat(3_000_000)}1]`,
  "the prototype": '{"kind":"debts","__proto__":{"admin":true}}',
};

for (const [what, body] of Object.entries(BULK)) {
  test(`an import that is ${what} is refused before anything is made of it`, async () => {
    const parse = jest.spyOn(JSON, "parse");
    for (const path of ["/api/imports", "/api/imports/preview", "/api/costs/import", "/api/costs/preview"]) {
      const sender = path.startsWith("/api/costs") ? new Caller(desk.url, { "x-saldo": "1", cookie }) : Caller.machine(desk.url, apiKey);
      const answer = await sender.call("POST", path, {
        raw: body,
        headers: { "content-type": "application/json" },
      });
      expect(answer).toMatchObject({ json: { remedy: expect.any(String) } });
      // A file of costs is smaller than one of debts: some of these are too large already.
      expect(path.startsWith("/api/costs") ? [413, 422] : [422]).toContain(answer.status);
      if (answer.status === 422) expect(answer).toMatchObject({ json: { fields: [{ field: "body" }] } });
    }
    expect(parse.mock.calls.filter(([text]) => text.length > USUAL_BODY)).toEqual([]);
  });
}

test("deep and broad bodies within the usual size are refused, or read, by every route alike", async () => {
  const wrong: string[] = [];
  for (const route of ALL_ROUTES.filter(({ method, body }) => method !== "GET" && body !== "bytes")) {
    for (const raw of ["[".repeat(60_000), `{${'"a":{'.repeat(9_000)}`, `[${"[],".repeat(20_000)}[]]`, `{"a":${"1".repeat(60_000)}}`]) {
      const { status } = await new Caller(desk.url, { "x-saldo": "1", cookie }).call(route.method, pathOf(route, { id: NOBODYS }), {
        raw,
        headers: { "content-type": "application/json" },
      });
      if (status >= 500 || (status < 400 && !raw.endsWith("1}")))
        wrong.push(`${route.method} ${route.path} with ${raw.slice(0, 9)}: ${status}`);
    }
    if (route.name === "accounts.signOut") cookie = (await session()).cookie!;
  }
  expect(wrong).toEqual([]);
});

function session() {
  const anyone = new Caller(desk.url, { "x-saldo": "1", origin: desk.url });
  return anyone.call("POST", "/api/session", { body: { account: desk.account.publicId, accessToken: TOKENS.admin } });
}

interface Refusal {
  readonly status: number;
  readonly text: string;
}

/** Sends the head and the first bytes of a body that never ends, and waits for the answer. */
async function begin(route: Route, headers: Record<string, string>, bytes: number): Promise<Refusal> {
  const type = route.body === "bytes" ? "application/octet-stream" : "application/json";
  const sending = request(new URL(pathOf(route, { id: NOBODYS }), desk.url), {
    method: route.method,
    agent: false,
    headers: { "content-type": type, ...headers },
  });
  sending.on("error", () => {});
  const answered = once(sending, "response") as Promise<[IncomingMessage]>;
  sending.write(Buffer.alloc(bytes, "["));
  const [response] = await answered;
  let text = "";
  for await (const chunk of response as AsyncIterable<Buffer>) text += chunk.toString();
  sending.destroy();
  return { status: response.statusCode ?? 0, text };
}

function isRefusal({ status, text }: Refusal, accepted: readonly number[]): boolean {
  const { remedy } = JSON.parse(text || "{}") as { remedy?: string };
  return accepted.includes(status) && (remedy?.length ?? 0) > 8;
}
