import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { WebhookProcessor } from "../../../../server/modules/host/webhooks/webhook-processor.service.js";
import { DAY } from "../../../../server/shared/instant.js";
import { deliver, messageEvent, storedDeliveries } from "./support/deliver.js";
import { type Desk, openDesk } from "./support/desk.js";

let desk: Desk;
let account: number;
beforeAll(async () => {
  desk = await openDesk({}, "none");
  account = (await desk.connected()).id;
});
afterAll(() => desk.close());

test("bodies go after a week, delivery ids after a month", async () => {
  const delivery = { body: messageEvent(), deliveryId: "3e2c6f0a-9d4b-4b61-8c55-0c1d2e3f4a5b" };
  await deliver(desk, account, delivery);
  await desk.clock.idle();
  const later = async (days: number) => {
    await desk.clock.runFor(days * DAY);
    await desk.app.get(WebhookProcessor).cleanUp(account);
    return storedDeliveries(desk);
  };
  expect((await later(6))[0]!.body_sealed).not.toBeNull();
  expect((await later(2))[0]!.body_sealed).toBeNull();
  await deliver(desk, account, delivery);
  expect(await storedDeliveries(desk)).toHaveLength(1);
  expect(await later(23)).toEqual([]);
});
