import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { MINUTE } from "../../../../server/shared/instant.js";
import { deliver, messageEvent, storedDeliveries } from "./support/deliver.js";
import { type Desk, openDesk } from "./support/desk.js";

const IDS = ["3e2c6f0a-9d4b-4b61-8c55-0c1d2e3f4a5b", "7b1d9c44-1f0e-4c55-9a0b-aa11bb22cc33", "?", ""];

let desk: Desk;
let account: number;
beforeAll(async () => {
  desk = await openDesk();
  account = (await desk.connected()).id;
});
afterAll(() => desk.close());

test("the signed bytes are stored once, whatever id comes with them", async () => {
  const captured = { body: messageEvent(), timestamp: Math.floor(desk.clock.now() / 1000) };
  for (const deliveryId of IDS) expect(await deliver(desk, account, { ...captured, deliveryId })).toBe(200);
  expect(await Promise.all(IDS.map((deliveryId) => deliver(desk, account, { ...captured, deliveryId: `${deliveryId}-again` })))).toEqual(
    IDS.map(() => 200),
  );
  await desk.clock.idle();
  expect(await storedDeliveries(desk)).toHaveLength(1);
  expect(desk.messages).toHaveLength(1);
});

test("an id that was burned with an old body does not keep out what the helpdesk sends under it", async () => {
  const deliveryId = "0d0d0d0d-1111-4222-8333-444455556666";
  await deliver(desk, account, { body: messageEvent(), deliveryId });
  await deliver(desk, account, { body: messageEvent({ id: 503, content: "PARE" }), deliveryId });
  await desk.clock.idle();
  expect(desk.messages.map(({ message }) => message.id)).toContain(503);
});

test("what the helpdesk sends again later under the same id is known, and the same words signed anew under a new id are not", async () => {
  const before = (await storedDeliveries(desk)).length;
  const body = messageEvent({ id: 504 });
  await deliver(desk, account, { body, deliveryId: IDS[1]! });
  await desk.clock.runFor(MINUTE);
  await deliver(desk, account, { body, deliveryId: IDS[1]! });
  expect(await storedDeliveries(desk)).toHaveLength(before + 1);
  await deliver(desk, account, { body, deliveryId: "another-delivery-of-it" });
  expect(await storedDeliveries(desk)).toHaveLength(before + 2);
});
