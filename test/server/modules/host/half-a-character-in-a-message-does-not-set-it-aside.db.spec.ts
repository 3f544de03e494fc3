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

test("what a debtor wrote is read, with the character for what is none in its place", async () => {
  expect(await deliver(desk, account, { body: messageEvent({ content: "ya pagué \ud83d gracias" }) })).toBe(200);
  await desk.clock.idle();
  expect(await storedDeliveries(desk)).toMatchObject([{ problem: null, processed_at: expect.any(Number) }]);
  expect(desk.messages.map(({ message }) => message.content)).toEqual(["ya pagué \ufffd gracias"]);
});
