import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { AGENT, type Desk, openDesk } from "../host/support/desk.js";

let desk: Desk;
let publicId: string;
beforeAll(async () => {
  desk = await openDesk({}, "none");
  ({ publicId } = await desk.connected());
});
afterAll(() => desk.close());

const signIn = (headers: Record<string, string>, body: string = JSON.stringify({ account: publicId, accessToken: AGENT })) =>
  fetch(`${desk.config.publicUrl}/api/session`, { method: "POST", headers, body });

test("the cookie is host-only, secure, out of scripts' reach and partitioned", async () => {
  const response = await signIn({ "content-type": "application/json", "x-saldo": "1", origin: desk.config.publicUrl });
  expect(response.headers.get("set-cookie")).toMatch(
    /^__Host-saldo=[0-9a-f]{32}\.[\w-]{43}; Max-Age=43200; Path=\/; Secure; HttpOnly; SameSite=None; Partitioned$/,
  );
  expect(await response.json()).toEqual({
    name: "Diego Rojas",
    hostUserId: 2,
    role: "agent",
    account: { id: publicId, name: "Alameda Hogar", hostUrl: desk.sandbox.url, hostAccountId: 1, zone: "America/Bogota", locale: "es" },
  });
});

test.each([
  ["a form of another site", { "content-type": "application/x-www-form-urlencoded", origin: "https://evil.example" }],
  ["plain text without the header", { "content-type": "text/plain" }],
  ["another origin with the header", { "content-type": "application/json", "x-saldo": "1", origin: "https://evil.example" }],
])("%s signs nobody in", async (_what, headers) => {
  const response = await signIn(headers);
  expect(response.status).toBe(403);
  expect(response.headers.get("set-cookie")).toBeNull();
});

test.each(["", "x", `${"0".repeat(32)}.${"a".repeat(43)}`, "' or 1=1 --", "__proto__"])(
  "the made-up cookie %j is nobody",
  async (token) => {
    expect((await desk.call("GET", "/api/session", { cookie: `__Host-saldo=${encodeURIComponent(token)}` })).status).toBe(401);
  },
);

test("the embedded page learns the one origin it listens to", async () => {
  expect(await desk.call("GET", `/api/embedding/${publicId}`)).toMatchObject({ status: 200, body: { hostOrigin: desk.sandbox.url } });
  expect((await desk.call("GET", "/api/embedding/0193aaaa-0000-7000-8000-000000000000")).status).toBe(404);
});
