import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { deliver, messageEvent, storedDeliveries } from "./support/deliver.js";
import { type Desk, openDesk } from "./support/desk.js";

let desk: Desk;
let account: number;
beforeAll(async () => {
  desk = await openDesk();
  account = (await desk.connected()).id;
});
afterAll(() => desk.close());

test("a delivery id that is known is answered with 200 and changes nothing, one after the other and at once", async () => {
  const deliveryId = "3e2c6f0a-9d4b-4b61-8c55-0c1d2e3f4a5b";
  const once = { body: messageEvent(), deliveryId };
  expect(await deliver(desk, account, once)).toBe(200);
  expect(await deliver(desk, account, once)).toBe(200);
  expect(await Promise.all([1, 2, 3, 4].map(() => deliver(desk, account, once)))).toEqual([200, 200, 200, 200]);
  await desk.clock.idle();
  expect(await storedDeliveries(desk)).toHaveLength(1);
  expect(desk.messages).toHaveLength(1);
});

test("without a usable delivery id the body itself is what makes it known", async () => {
  const once = { body: messageEvent({ id: 502 }), deliveryId: "?" };
  expect(await deliver(desk, account, once)).toBe(200);
  expect(await deliver(desk, account, once)).toBe(200);
  await desk.clock.idle();
  expect(await storedDeliveries(desk)).toHaveLength(2);
});
