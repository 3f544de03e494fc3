import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { MINUTE } from "../../../../server/shared/instant.js";
import { AGENT, type Desk, openDesk } from "../host/support/desk.js";

let desk: Desk;
let publicId: string;
beforeAll(async () => {
  desk = await openDesk({}, "none");
  ({ publicId } = await desk.connected());
});
afterAll(() => desk.close());

const attempt = async (accessToken: string) =>
  (await desk.call("POST", "/api/session", { body: { account: publicId, accessToken } })).status;

test("ten failures in a quarter of an hour, then even the right token waits; a success takes back none of them", async () => {
  for (let i = 0; i < 5; i++) expect(await attempt("wrong-token")).toBe(401);
  for (let i = 0; i < 20; i++) expect(await attempt(AGENT)).toBe(200);
  const statuses = await Promise.all(Array.from({ length: 12 }, () => attempt("wrong-token")));
  expect(statuses.filter((status) => status === 401)).toHaveLength(5);
  expect(statuses.filter((status) => status === 429)).toHaveLength(7);
  expect(await attempt(AGENT)).toBe(429);
  await desk.clock.runFor(15 * MINUTE + 1);
  expect(await attempt(AGENT)).toBe(200);
});

test("connecting is limited as well", async () => {
  await desk.clock.runFor(15 * MINUTE + 1);
  const statuses: number[] = [];
  for (let i = 0; i < 11; i++) statuses.push((await desk.connect({ setupCode: "AAAAA-BBBBB-CCCCC-DDDDD" })).status);
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 403), 429]);
});
