import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Access, type Route, type Scope, SCOPES } from "../../../server/contract/route.js";
import { TOKENS } from "../../support/desk.js";
import { Caller } from "../support/caller.js";
import { livedInDesk, type LivedInDesk } from "../support/lived-in-desk.js";
import { ALL_ROUTES, pathOf, sampleCall } from "../support/routes.js";
import { allChecksums } from "../support/tenant-rows.js";

/** Said once more, independently of the guard: who may call what. */
const MAY: Record<"admin" | "agent" | "compliance", readonly Access[]> = {
  admin: ["public", "user", "staff", "agent", "admin", "compliance"],
  agent: ["public", "user", "staff", "agent"],
  compliance: ["public", "user", "staff", "compliance"],
};
const NOBODYS = "0193aaaa-0000-7000-8000-0000000000ff";

let desk: LivedInDesk;
beforeAll(async () => {
  desk = await livedInDesk();
});
afterAll(() => desk?.close());

for (const role of ["admin", "agent", "compliance"] as const) {
  test(`a person with the role ${role}`, async () => {
    const caller = () => Caller.person(desk.url, desk.account.publicId, TOKENS[role]);
    await check((route) => MAY[role].includes(route.access), caller);
  });
}

for (const scope of SCOPES) {
  test(`a machine with ${scope} and nothing else`, async () => {
    const secret = await keyWith([scope]);
    await check(
      (route) => route.scope === scope || route.access === "public",
      () => Promise.resolve(Caller.machine(desk.url, secret)),
    );
  });
}

test("compliance writes holds, stops all, ends its own sessions, and nothing else", () => {
  const writes = ALL_ROUTES.filter((route) => route.method !== "GET" && route.access !== "public" && MAY.compliance.includes(route.access));
  expect(writes.map((route) => `${route.method} ${route.path}`).sort()).toEqual([
    "DELETE /api/session",
    "DELETE /api/sessions",
    "DELETE /api/sessions/:id",
    "POST /api/account/stop",
    "POST /api/debtors/:id/holds",
    "POST /api/holds/:id/release",
  ]);
});

test("a machine can neither turn sending on nor make keys nor grant anything", () => {
  const ofMachines = ALL_ROUTES.filter((route) => route.scope !== undefined).map((route) => route.path);
  expect(ofMachines.filter((path) => /account|keys|people|session/.test(path))).toEqual([]);
});

async function keyWith(scopes: readonly Scope[]): Promise<string> {
  return (await desk.admin.call<{ secret: string }>("POST", "/api/keys", { name: "one scope", scopes })).secret;
}

/** What is forbidden answers 403 and changes nothing; what is allowed gets past the guard, to be refused for what it asks at the most. */
async function check(may: (route: Route) => boolean, signIn: () => Promise<Caller>): Promise<void> {
  const wrong: string[] = [];
  let caller = await signIn();
  const before = await allChecksums(desk.db);
  for (const route of ALL_ROUTES.filter((candidate) => !may(candidate))) {
    const { status, json } = await caller.call(route.method, pathOf(route, { id: NOBODYS }), sampleCall(route));
    if (status !== 403 || !json?.["remedy"]) wrong.push(`${route.method} ${route.path}: ${status}, should be forbidden`);
  }
  const after = await allChecksums(desk.db);
  const touched = Object.keys(after).filter((table) => table !== "api_key" && after[table] !== before[table]);
  for (const route of ALL_ROUTES.filter(may)) {
    const { status } = await caller.call(
      route.method,
      pathOf(route, { id: NOBODYS }),
      route.body && route.body !== "bytes" ? { body: { nothing: "useful" } } : sampleCall(route),
    );
    if (route.access !== "public" && (status === 401 || status === 403))
      wrong.push(`${route.method} ${route.path}: ${status}, should be allowed`);
    if (route.name === "accounts.signOut") caller = await signIn();
  }
  expect({ wrong, touched }).toEqual({ wrong: [], touched: [] });
}
