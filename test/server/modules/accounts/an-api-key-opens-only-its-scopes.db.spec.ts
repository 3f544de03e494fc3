import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Authenticator } from "../../../../server/platform/http/authenticator.js";
import { MINUTE } from "../../../../server/shared/instant.js";
import { ADMIN, AGENT, type Desk, openDesk } from "../host/support/desk.js";

let desk: Desk;
let account: { id: number; publicId: string };
let admin: string;
beforeAll(async () => {
  desk = await openDesk({}, "none");
  account = await desk.connected();
  admin = await desk.signIn(account.publicId, ADMIN);
});
afterAll(() => desk.close());

async function create(scopes: string[]): Promise<{ id: string; secret: string }> {
  const { status, body } = await desk.call("POST", "/api/keys", { cookie: admin, body: { name: "Sistema contable", scopes } });
  expect(status).toBe(200);
  return { id: (body["key"] as { id: string }).id, secret: String(body["secret"]) };
}

test("a key reads what its scope names and nothing else, and manages nothing", async () => {
  const reader = await create(["journal:read"]);
  const payer = await create(["payments:write"]);
  expect((await desk.call("GET", "/api/journal", { bearer: reader.secret })).status).toBe(200);
  expect(await desk.call("GET", "/api/journal", { bearer: payer.secret })).toMatchObject({ status: 403, body: { code: "access.denied" } });
  for (const [method, path] of [
    ["GET", "/api/account"],
    ["GET", "/api/keys"],
    ["GET", "/api/people"],
    ["GET", "/api/session"],
    ["POST", "/api/account/stop"],
  ] as const) {
    expect([
      path,
      (await desk.call(method, path, { bearer: reader.secret, ...(method === "POST" ? { body: { reason: "x".repeat(5) } } : {}) })).status,
    ]).toEqual([path, 403]);
  }
  expect(await desk.app.get(Authenticator).byApiKey(payer.secret)).toEqual({
    actor: { kind: "machine", accountId: account.id, keyId: payer.id, scopes: ["payments:write"] },
    credential: payer.id,
  });
});

test("a key shows when it was used, never its secret again, and ends when revoked", async () => {
  const { id, secret } = await create(["journal:read"]);
  const view = async () =>
    ((await desk.call("GET", "/api/keys", { cookie: admin })).body["items"] as Record<string, unknown>[]).find((key) => key["id"] === id)!;
  expect(await view()).toMatchObject({ lastUsedAt: null, revokedAt: null, scopes: ["journal:read"] });
  expect(secret).toContain(String((await view())["prefix"]));
  await desk.clock.runFor(MINUTE);
  await desk.call("GET", "/api/journal", { bearer: secret });
  expect(await view()).toMatchObject({ lastUsedAt: new Date(desk.clock.now()).toISOString() });
  expect(JSON.stringify(await view())).not.toContain(secret);

  expect((await desk.call("DELETE", `/api/keys/${id}`, { cookie: admin })).status).toBe(204);
  expect((await desk.call("GET", "/api/journal", { bearer: secret })).status).toBe(401);
  expect((await desk.call("DELETE", `/api/keys/${id}`, { cookie: admin })).status).toBe(404);
});

test.each(["saldo_", "nonsense", `saldo_${"0".repeat(32)}_${"a".repeat(43)}`])("the made-up key %j is nobody", async (bearer) => {
  expect((await desk.call("GET", "/api/journal", { bearer })).status).toBe(401);
});

test("only administrators make keys", async () => {
  const agent = await desk.signIn(account.publicId, AGENT);
  expect((await desk.call("POST", "/api/keys", { cookie: agent, body: { name: "Mía", scopes: ["journal:read"] } })).status).toBe(403);
  expect((await desk.call("GET", "/api/keys", { cookie: agent })).status).toBe(403);
});
