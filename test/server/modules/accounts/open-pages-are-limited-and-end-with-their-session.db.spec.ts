import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { LiveStreams } from "../../../../server/modules/journal/index.js";
import { HOUR, SECOND } from "../../../../server/shared/instant.js";
import { ADMIN, AGENT, type Desk, openDesk } from "../host/support/desk.js";

let desk: Desk;
let account: { id: number; publicId: string };
let aborts: AbortController[] = [];
beforeAll(async () => {
  desk = await openDesk({}, "none");
  account = await desk.connected();
});
afterEach(async () => {
  for (const abort of aborts) abort.abort();
  aborts = [];
  while (count() > 0) await desk.clock.idle();
});
afterAll(() => desk.close());

const count = () => desk.app.get(LiveStreams).count();

async function open(cookie: string): Promise<Response> {
  const abort = new AbortController();
  aborts.push(abort);
  return fetch(`${desk.config.publicUrl}/api/live`, { headers: { cookie }, signal: abort.signal });
}

/** All that still comes until the server ends the stream. */
const rest = (response: Response) => response.text();

async function openMany(cookie: string, many: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let at = 0; at < many; at++) statuses.push((await open(cookie)).status);
  return statuses;
}

test("a session holds twelve open and no more, however many others hold, and has room again when one closes", async () => {
  const [one, two] = [await desk.signIn(account.publicId, AGENT), await desk.signIn(account.publicId, ADMIN)];
  expect(await openMany(one, 14)).toEqual([...Array<number>(12).fill(200), 429, 429]);
  expect(await openMany(two, 1)).toEqual([200]);
  aborts[0]!.abort();
  while (count() > 12) await desk.clock.idle();
  expect(await openMany(one, 2)).toEqual([200, 429]);
});

test("an account holds five hundred open, and another account has room all the same", () => {
  const streams = desk.app.get(LiveStreams);
  const ends = Array.from({ length: 500 }, (_, at) => streams.add(account.id, `credential-${at % 50}`, () => {}));
  const refused = expect.objectContaining({ code: "live.too_many" });
  expect(() => streams.add(account.id, "another", () => {})).toThrow(refused);
  streams.add(account.id + 1, "another", () => {})();
  for (const end of ends) end();
  expect(count()).toBe(0);
});

test.each([
  ["signed out", (cookie: string) => desk.call("DELETE", "/api/session", { cookie })],
  ["ended from another", async () => desk.call("DELETE", "/api/sessions", { cookie: await desk.signIn(account.publicId, AGENT) })],
])("what a session has open ends with it at once: %s", async (_how, end) => {
  const cookie = await desk.signIn(account.publicId, AGENT);
  const stream = await open(cookie);
  await end(cookie);
  expect(await rest(stream)).toContain("retry: 1000");
});

test.each([
  [
    "in another process",
    (session: string) =>
      desk.db.inUnitOfWork("test", () =>
        desk.db.run("update session set ended_at = ? where account_id = ? and public_id = ?", [desk.clock.now(), account.id, session]),
      ),
  ],
  [
    "because nobody is there any more",
    (session: string) =>
      desk.db.inUnitOfWork("test", () =>
        desk.db.run("update session set last_seen_at = ? where account_id = ? and public_id = ?", [
          desk.clock.now() - 2 * HOUR,
          account.id,
          session,
        ]),
      ),
  ],
])("a stream whose session ended %s ends within twenty seconds", async (_how, end) => {
  const cookie = await desk.signIn(account.publicId, AGENT);
  const { body } = await desk.call("GET", "/api/sessions", { cookie });
  const stream = await open(cookie);
  await desk.clock.runFor(20 * SECOND);
  expect(count()).toBe(1);
  await end((body["items"] as { id: string; current: boolean }[]).find(({ current }) => current)!.id);
  await desk.clock.runFor(20 * SECOND);
  expect(await rest(stream)).toContain("still here");
});
