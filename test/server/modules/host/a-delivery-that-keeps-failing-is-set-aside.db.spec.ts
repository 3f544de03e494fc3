import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { HostEvents } from "../../../../server/modules/host/index.js";
import { MINUTE } from "../../../../server/shared/instant.js";
import { deliver, messageEvent, storedDeliveries } from "./support/deliver.js";
import { type Desk, openDesk } from "./support/desk.js";

let desk: Desk;
let account: number;
beforeAll(async () => {
  desk = await openDesk();
  account = (await desk.connected()).id;
});
afterAll(() => desk.close());

test("one that fails in a handler is tried three times, then set aside with a code; the ones behind it go through", async () => {
  let attempts = 0;
  desk.app.get(HostEvents).onMessage((_account, message) => {
    if (message.id !== 666) return Promise.resolve();
    attempts++;
    return Promise.reject(new Error("Ana Ruiz +573001112233"));
  });
  await deliver(desk, account, { body: messageEvent({ id: 666, content: "Soy Ana Ruiz" }) });
  await deliver(desk, account, { body: messageEvent({ id: 667 }) });
  await deliver(desk, account, { body: { event: "message_created", account: { id: 1 } } });
  await desk.clock.runFor(5 * MINUTE);

  expect(attempts).toBe(3);
  expect(await storedDeliveries(desk)).toEqual([
    expect.objectContaining({ processed_at: null, attempts: 3, problem: "delivery.failed" }),
    expect.objectContaining({ processed_at: expect.any(Number), attempts: 1, problem: null }),
    expect.objectContaining({ processed_at: null, attempts: 3, problem: "delivery.unreadable" }),
  ]);
  expect((await desk.journalTypes(account)).filter((type) => type.startsWith("host."))).toEqual([
    "host.delivery_parked",
    "host.delivery_parked",
  ]);
  expect(desk.logLines.join("")).not.toMatch(/Ana|573001112233/);
});
