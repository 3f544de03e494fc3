import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { HOUR, MINUTE } from "../../../../server/shared/instant.js";
import { ADMIN, AGENT, type Desk, openDesk } from "../host/support/desk.js";

interface Listed {
  readonly id: string;
  readonly current: boolean;
  readonly lastSeenAt: string;
}

let desk: Desk;
let account: { id: number; publicId: string };
beforeAll(async () => {
  desk = await openDesk({}, "none");
  account = await desk.connected();
});
afterAll(() => desk.close());

const signIn = (token = AGENT) => desk.signIn(account.publicId, token);
const status = async (cookie: string, headers: Record<string, string> = {}) =>
  (await desk.call("GET", "/api/account", { cookie, headers })).status;
const sessions = async (cookie: string) => (await desk.call("GET", "/api/sessions", { cookie })).body["items"] as Listed[];
const end = async (cookie: string, id = "") => (await desk.call("DELETE", `/api/sessions${id && `/${id}`}`, { cookie })).status;

test("one's own are listed, the one in use is marked, and nobody else's can be ended", async () => {
  const [here, there, other] = [await signIn(), await signIn(), await signIn(ADMIN)];
  const mine = await sessions(here);
  expect(mine.filter(({ current }) => current)).toHaveLength(1);
  const theirs = (await sessions(other))[0]!.id;
  expect([await end(here, theirs), await end(here, "0193aaaa-0000-7000-8000-000000000000")]).toEqual([404, 404]);
  expect(await end(here, mine.find(({ current }) => !current)!.id)).toBe(204);
  expect([await status(here), await status(there), await status(other)]).toEqual([200, 401, 200]);
});

test("all others end at once, and each end is on the record", async () => {
  const [here, ...others] = [await signIn(), await signIn(), await signIn()];
  const before = (await desk.journalTypes(account.id)).filter((type) => type === "session.ended").length;
  const open = (await sessions(here)).length;
  expect(await end(here)).toBe(204);
  expect([await status(here), ...(await Promise.all(others.map((cookie) => status(cookie))))]).toEqual([200, 401, 401]);
  expect(await sessions(here)).toMatchObject([{ current: true }]);
  const after = (await desk.journalTypes(account.id)).filter((type) => type === "session.ended").length;
  expect(after - before).toBe(open - 1);
});

test("a session nobody uses for two hours is over, and what a page reads by itself is no use", async () => {
  const [used, idle, unattended] = [await signIn(), await signIn(), await signIn()];
  for (let minutes = 0; minutes < 120; minutes += 40) {
    await desk.clock.runFor(40 * MINUTE);
    expect(await status(used)).toBe(200);
    if (minutes < 80) expect(await status(unattended, { "x-saldo-unattended": "1" })).toBe(200);
  }
  expect([await status(used), await status(idle), await status(unattended)]).toEqual([200, 401, 401]);
  expect(await sessions(used)).toHaveLength(1);
});

test("nobody has more than thirty: the one used least lately makes room", async () => {
  await desk.clock.runFor(2 * HOUR);
  const first = await signIn();
  await desk.clock.runFor(MINUTE);
  const second = await signIn();
  await desk.clock.runFor(MINUTE);
  expect(await status(first)).toBe(200);
  for (let more = 2; more <= 30; more++) await signIn();
  expect([await status(first), await status(second)]).toEqual([200, 401]);
  expect(await sessions(first)).toHaveLength(30);
});
