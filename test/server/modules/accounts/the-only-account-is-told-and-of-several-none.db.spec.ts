import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Desk, openDesk, OTHER_ADMIN } from "../host/support/desk.js";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({}, "none");
});
afterAll(() => desk.close());

const start = async () => (await desk.call("GET", "/api/start")).body;

test("a stranger learns where to sign in while there is one account, and nothing about any while there are more", async () => {
  expect(await start()).toEqual({ account: null });
  const { publicId } = await desk.connected();
  expect(await start()).toEqual({ account: publicId });
  expect((await desk.connect({ hostAccountId: 2, accessToken: OTHER_ADMIN })).status).toBe(200);
  expect(await start()).toEqual({ account: null });
});
