import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { HOUR, MINUTE, SECOND } from "../../../../server/shared/instant.js";
import { AGENT, type Desk, openDesk } from "../host/support/desk.js";

const DIEGO = 2;
let desk: Desk;
let account: { id: number; publicId: string };
let cookie: string;
beforeAll(async () => {
  desk = await openDesk({}, "none");
  account = await desk.connected();
});
beforeEach(async () => {
  desk.sandbox.faults.clear();
  const { memberships } = desk.sandbox.world;
  if (!memberships.find((row) => row.userId === DIEGO)) {
    memberships.insert({ id: memberships.nextId(), accountId: 1, userId: DIEGO, role: "agent", availability: "online" });
  }
  cookie = await desk.signIn(account.publicId, AGENT);
});
afterAll(() => desk.close());

const me = () => desk.call("GET", "/api/session", { cookie });
const membership = () => desk.sandbox.world.memberships.find((row) => row.userId === DIEGO)!;

test("someone who is removed is out within a minute, and back in only by signing in again", async () => {
  expect(await me()).toMatchObject({ status: 200, body: { name: "Diego Rojas", role: "agent" } });
  const removed = membership();
  desk.sandbox.world.memberships.delete(removed.id);
  await desk.clock.runFor(MINUTE);
  expect(await me()).toMatchObject({ status: 401, body: { code: "session.missing" } });
  desk.sandbox.world.memberships.insert(removed);
  await desk.clock.runFor(MINUTE);
  expect((await me()).status).toBe(401);
  expect(await desk.journalTypes(account.id)).toContain("session.ended");
});

test("a role that changes in the helpdesk changes here", async () => {
  await desk.clock.runFor(MINUTE);
  membership().role = "administrator";
  await desk.clock.runFor(MINUTE);
  expect(await me()).toMatchObject({ body: { role: "administrator" } });
  membership().role = "agent";
  await desk.clock.runFor(MINUTE);
  expect(await me()).toMatchObject({ body: { role: "agent" } });
});

test("while the helpdesk is away people stay in for an hour, not longer, and come back with it", async () => {
  await me();
  desk.sandbox.faults.add({ kind: "error_500_before", match: "^GET " });
  await desk.clock.runFor(HOUR - MINUTE);
  expect((await me()).status).toBe(200);
  await desk.clock.runFor(2 * MINUTE);
  expect((await me()).status).toBe(401);
  desk.sandbox.faults.clear();
  await desk.clock.runFor(10 * SECOND);
  expect((await me()).status).toBe(200);
});

test("a session that is used ends after twelve hours and when signed out", async () => {
  for (let hour = 1; hour < 12; hour++) {
    await desk.clock.runFor(HOUR);
    expect((await me()).status).toBe(200);
  }
  await desk.clock.runFor(HOUR - SECOND);
  expect((await me()).status).toBe(200);
  await desk.clock.runFor(SECOND);
  expect((await me()).status).toBe(401);
  cookie = await desk.signIn(account.publicId, AGENT);
  expect((await desk.call("DELETE", "/api/session", { cookie })).status).toBe(204);
  expect((await me()).status).toBe(401);
});
