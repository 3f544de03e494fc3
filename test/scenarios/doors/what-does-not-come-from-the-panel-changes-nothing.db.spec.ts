import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { TOKENS } from "../../support/desk.js";
import { type Call, Caller } from "../support/caller.js";
import { livedInDesk, type LivedInDesk } from "../support/lived-in-desk.js";
import { ALL_ROUTES, inputSchema, pathOf, sample, sampleCall } from "../support/routes.js";
import { allChecksums } from "../support/tenant-rows.js";

const WRITING = ALL_ROUTES.filter((route) => route.method !== "GET");

let desk: LivedInDesk;
let admin: Caller;
beforeAll(async () => {
  desk = await livedInDesk();
  admin = await Caller.person(desk.url, desk.account.publicId, TOKENS.admin);
});
afterAll(() => desk?.close());

/** What a page on another site can make an administrator's browser send. */
const FORGERIES: Record<string, (body: object) => { readonly from: (admin: Caller) => Caller; readonly call: Call }> = {
  "without our header": (body) => ({ from: (caller) => caller.without("x-saldo"), call: { body } }),
  "from another origin": (body) => ({ from: (caller) => caller.with({ origin: "https://elsewhere.example" }), call: { body } }),
  "from the helpdesk's origin": (body) => ({ from: (caller) => caller.with({ origin: desk.sandbox.url }), call: { body } }),
  "from an opaque origin": (body) => ({ from: (caller) => caller.with({ origin: "null" }), call: { body } }),
  "as a form": (body) => ({ from: (caller) => caller.without("x-saldo"), call: as("application/x-www-form-urlencoded", form(body)) }),
  "as a form with our header": (body) => ({ from: (caller) => caller, call: as("application/x-www-form-urlencoded", form(body)) }),
  "as plain text": (body) => ({ from: (caller) => caller.without("x-saldo"), call: as("text/plain", JSON.stringify(body)) }),
  "as plain text with our header": (body) => ({ from: (caller) => caller, call: as("text/plain", JSON.stringify(body)) }),
  "as a file upload with our header": (body) => ({
    from: (caller) => caller,
    call: as("multipart/form-data; boundary=b", `--b\r\n\r\n${JSON.stringify(body)}\r\n--b--`),
  }),
  "with a key and a foreign origin": (body) => ({
    from: (caller) => caller.without("cookie").with({ authorization: `Bearer ${desk.apiKey}`, origin: "https://elsewhere.example" }),
    call: { body },
  }),
};

for (const [how, forge] of Object.entries(FORGERIES)) {
  test(`${how}: every writing route refuses, and nothing changed`, async () => {
    const before = await allChecksums(desk.db);
    const answers: string[] = [];
    for (const route of WRITING) {
      // Only a page of ours can send our header; then it is about what the body is, where there is one.
      if (how.includes("our header") && how.startsWith("as") && !route.body) continue;
      const body = route.body ? (sample(inputSchema(route.body)) as object) : {};
      const { from, call } = forge(body);
      const { status } = await from(admin).call(route.method, pathOf(route, { id: desk.account.publicId }), call);
      if (status !== 403 && status !== 415) answers.push(`${route.method} ${route.path}: ${status}`);
    }
    expect(answers).toEqual([]);
    expect(await allChecksums(desk.db)).toEqual(before);
  });
}

for (const [who, caller] of Object.entries({
  nobody: () => admin.without("cookie"),
  "an old cookie": () =>
    admin.with({ cookie: "__Host-saldo=0193aaaa00007000800000000000ffff.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }),
  "a made-up key": () =>
    admin.without("cookie").without("origin").with({ authorization: "Bearer saldo_0193aaaa00007000800000000000ffff_AAAA" }),
})) {
  test(`${who}: every route that is not public answers 401 and what to do`, async () => {
    const before = await allChecksums(desk.db);
    const answers: string[] = [];
    for (const route of ALL_ROUTES.filter(({ access }) => access !== "public")) {
      const { status, json } = await caller().call(route.method, pathOf(route, { id: desk.account.publicId }), sampleCall(route));
      if (status !== 401 || !json?.["remedy"]) answers.push(`${route.method} ${route.path}: ${status}`);
    }
    expect(answers).toEqual([]);
    expect(await allChecksums(desk.db)).toEqual(before);
  });
}

function as(contentType: string, raw: string): Call {
  return { headers: { "content-type": contentType }, raw };
}

function form(body: object): string {
  return new URLSearchParams(Object.entries({ ...body, more: "1" }).map(([name, value]) => [name, String(value)])).toString();
}
