import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Route } from "../../../server/contract/route.js";
import { TOKENS } from "../../support/desk.js";
import { type Answer, Caller } from "../support/caller.js";
import { livedInDesk, type LivedInDesk } from "../support/lived-in-desk.js";
import { ALL_ROUTES, inputSchema, type JsonSchema, paramNames, pathOf, sample } from "../support/routes.js";
import { publicIds } from "../support/tenant-rows.js";

/** A route whose body has no fields does not read it. */
const WITH_BODY = ALL_ROUTES.filter(
  (route) => route.body && route.name !== "accounts.connect" && Object.keys(inputSchema(route.body).properties ?? {}).length > 0,
);
const CONNECT = ALL_ROUTES.find((route) => route.name === "accounts.connect")!;

let desk: LivedInDesk;
let admin: Caller;
let debtor: string;
beforeAll(async () => {
  desk = await livedInDesk();
  admin = await Caller.person(desk.url, desk.account.publicId, TOKENS.admin);
  debtor = (await desk.db.row<{ public_id: string }>("select public_id from debtor where account_id = ?", [desk.account.id]))!.public_id;
});
afterAll(() => desk?.close());

test("a body field that is missing, of another type, too long or unknown to its list is named, with a remedy", async () => {
  const wrong: string[] = [];
  for (const route of WITH_BODY) {
    for (const { field, how, body } of broken(route)) {
      const answer = await send(route, body);
      if (!names(answer, field))
        wrong.push(`${route.method} ${route.path}, ${field} ${how}: ${answer.status} ${answer.text.slice(0, 160)}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("connecting, which counts what fails, names the first wrong field too", async () => {
  const [first] = broken(CONNECT);
  const anyone = admin.without("cookie");
  const answer = await anyone.call("POST", CONNECT.path, { body: first!.body });
  expect(names(answer, first!.field)).toBe(true);
});

test("a wrong parameter in the address or after the question mark is named", async () => {
  const wrong: string[] = [];
  for (const route of ALL_ROUTES) {
    for (const name of paramNames(route)) {
      for (const value of ["0", "x", "-1", "0193aaaa", "' or 1=1", "\u0000"]) {
        const answer = await admin.call(route.method, pathOf(route, { id: debtor, [name]: value }), route.body ? { body: {} } : {});
        if (!names(answer, name)) wrong.push(`${route.method} ${route.path} ${name}=${value}: ${answer.status}`);
      }
    }
    const id = await ownIdFor(route);
    for (const [name, schema] of Object.entries(route.query ? (inputSchema(route.query).properties ?? {}) : {})) {
      for (const value of badTexts(schema, name)) {
        const answer = await admin.call(route.method, pathOf(route, { id }, `${name}=${encodeURIComponent(value)}`));
        if (!names(answer, name))
          wrong.push(`${route.method} ${route.path}?${name}=${value.slice(0, 20)}: ${answer.status} ${answer.text.slice(0, 99)}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test("a body that is not an object, or not JSON at all, is an input error and says so", async () => {
  const wrong: string[] = [];
  for (const route of WITH_BODY) {
    for (const raw of ["[]", '"text"', "7", "{", "{}}", "\u0000", '{"a":1,}', '{"__proto__":{"a":1}}', "[".repeat(5_000)]) {
      const answer = await admin.call(route.method, pathOf(route, { id: debtor }), {
        raw,
        headers: { "content-type": "application/json" },
      });
      const refused = answer.status >= 400 && answer.status < 500 && typeof answer.json?.["remedy"] === "string";
      if (!refused) wrong.push(`${route.method} ${route.path} with ${raw.slice(0, 20)}: ${answer.status} ${answer.text.slice(0, 99)}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("whatever stands in one field, nothing fails on our side", async () => {
  for (const route of WITH_BODY.filter(({ name }) => name !== "accounts.signIn")) {
    const schema = inputSchema(route.body!);
    const good = sample(schema) as Record<string, unknown>;
    const fields = Object.keys(schema.properties ?? {});
    const oneField = fc.tuple(fields.length === 0 ? fc.constant("anything") : fc.constantFrom(...fields), anyValue());
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          oneField.map(([name, value]) => ({ ...good, [name]: value })),
          fc.jsonValue(),
        ),
        async (body) => {
          const { status } = await send(route, body);
          expect(status).toBeLessThan(500);
        },
      ),
      { numRuns: 20, seed: 20_261_122 },
    );
  }
});

test("an address that cannot be decoded is an input error and is kept by nobody", async () => {
  for (const path of ["/api/%zz", "/a/%ff", `/api/debtors/${"x".repeat(200)}`, "/%"]) {
    const { status, json } = await admin.call("GET", path);
    expect([path, status, json]).toMatchObject([path, expect.any(Number), { remedy: expect.any(String) }]);
    expect(status).toBeLessThan(500);
  }
});

test("whatever is asked for, nothing fails on our side", async () => {
  for (const route of ALL_ROUTES.filter(({ query }) => query !== undefined)) {
    const fields = Object.keys(inputSchema(route.query!).properties ?? {});
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...fields),
        fc.oneof(fc.string({ unit: "binary", maxLength: 120 }), cursorLike()),
        async (name, value) => {
          const text = encodeURIComponent(value.toWellFormed());
          const { status } = await admin.call(route.method, pathOf(route, { id: debtor }, `${name}=${text}`));
          expect(status).toBeLessThan(500);
        },
      ),
      { numRuns: 30, seed: 20_261_122 },
    );
  }
});

/** An id the route finds something under: an address that leads nowhere is refused before its query is read. */
async function ownIdFor(route: Route): Promise<string> {
  if (route.method !== "GET" || !paramNames(route).includes("id")) return debtor;
  for (const id of Object.values(await publicIds(desk.db, desk.account.id))) {
    if ((await admin.call("GET", pathOf(route, { id }))).status === 200) return id;
  }
  return debtor;
}

function send(route: Route, body: unknown): Promise<Answer> {
  return admin.call(route.method, pathOf(route, { id: debtor }), { body });
}

/** 422, the field by name, a sentence about it, and what to do. */
function names(answer: Answer, field: string): boolean {
  const { fields, remedy } = (answer.json ?? {}) as { fields?: { field: string; message: string }[]; remedy?: string };
  const named = fields?.some((one) => (one.field === field || one.field.startsWith(`${field}.`)) && one.message.length > 3);
  return answer.status === 422 && named === true && (remedy?.length ?? 0) > 8;
}

interface Broken {
  readonly field: string;
  readonly how: string;
  readonly body: object;
}

function broken(route: Route): Broken[] {
  const schema = inputSchema(route.body!);
  const good = sample(schema) as Record<string, unknown>;
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).flatMap(([field, member]) => {
    const { [field]: _gone, ...without } = good;
    const cases: Broken[] = required.has(field) ? [{ field, how: "missing", body: without }] : [];
    const set = (how: string, value: unknown) => cases.push({ field, how, body: { ...good, [field]: value } });
    const plain = member.anyOf?.find((one) => one.type !== "null") ?? member;
    set("of another type", plain.type === "object" ? "text" : { an: "object" });
    if (plain.maxLength !== undefined && plain.maxLength < 10_000) set("too long", "x".repeat(plain.maxLength + 1));
    if (plain.minLength !== undefined && plain.minLength > 0) set("blank", "");
    if (plain.enum) set("not in its list", "no such choice");
    if (plain.format || plain.pattern) set("not of its form", "neither this nor that");
    if (plain.minItems) set("empty", []);
    return cases;
  });
}

function badTexts(schema: JsonSchema, name: string): string[] {
  if (name === "cursor") return ["x", "NaN", "1e9", "WzFlNDAwXQ", "-1", "x".repeat(201)];
  if (name === "limit") return ["0", "-1", "201", "1.5", "x"];
  const texts: string[] = [];
  if (schema.enum) texts.push("no such choice", "__proto__");
  if (schema.format === "uuid") texts.push("x");
  if (schema.maxLength !== undefined) texts.push("x".repeat(schema.maxLength + 1));
  return texts;
}

/** What breaks parsers, drivers and databases. */
function anyValue(): fc.Arbitrary<unknown> {
  const texts = fc.constantFrom(
    "\u0000",
    "\ud83d\ude00".repeat(30),
    "\uffff",
    "a\nb\r\nc",
    "'; drop table debtor; --",
    "{{name}}",
    "${1}",
    "%s%s",
    "9".repeat(40),
    "2026-02-30",
    "0000-00-00",
    "+999999-12-31T00:00:00Z",
    "1e400",
    "٣٤٥",
    "<script>",
  );
  return fc.oneof(
    texts,
    fc.jsonValue(),
    fc.double(),
    fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }).map(Number),
    fc.string({ unit: "binary", maxLength: 300 }),
  );
}

/** Opaque cursors are base64url of JSON: some that look like ours and are not. */
function cursorLike(): fc.Arbitrary<string> {
  return fc.jsonValue().map((value) => Buffer.from(JSON.stringify([value, 1]).slice(0, 120)).toString("base64url"));
}
