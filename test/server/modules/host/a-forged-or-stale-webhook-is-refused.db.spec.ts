import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { MINUTE, SECOND } from "../../../../server/shared/instant.js";
import { deliver, messageEvent, storedDeliveries } from "./support/deliver.js";
import { type Desk, openDesk } from "./support/desk.js";

let desk: Desk;
let account: number;
beforeAll(async () => {
  desk = await openDesk();
  account = (await desk.connected()).id;
});
afterAll(() => desk.close());

const nowInSeconds = () => Math.floor(desk.clock.now() / 1000);

test.each([
  ["another secret", () => ({ body: messageEvent(), secret: "not-the-secret" })],
  ["no valid signature", () => ({ body: messageEvent(), signature: "sha256=00" })],
  ["another account's address", () => ({ body: messageEvent(), key: "x".repeat(32) })],
  ["a signature that is too old", () => ({ body: messageEvent(), timestamp: nowInSeconds() - (5 * MINUTE + SECOND) / SECOND })],
  ["a signature from the future", () => ({ body: messageEvent(), timestamp: nowInSeconds() + (5 * MINUTE + SECOND) / SECOND })],
  ["a forged body that is no JSON", () => ({ body: '{"event":', secret: "not-the-secret" })],
  ["a forged body in plain text", () => ({ body: "event=message_created", secret: "not-the-secret", contentType: "text/plain" })],
])("%s: 401, and nothing is stored", async (_what, delivery) => {
  expect(await deliver(desk, account, delivery())).toBe(401);
  expect(await storedDeliveries(desk)).toEqual([]);
});

test("a body above 1 MiB is refused before it is verified", async () => {
  expect(await deliver(desk, account, { body: messageEvent({ content: "x".repeat(1_048_577) }) })).toBe(413);
  expect(await storedDeliveries(desk)).toEqual([]);
});

test("a genuine one is stored sealed, answered at once and processed", async () => {
  expect(await deliver(desk, account, { body: messageEvent() })).toBe(200);
  await desk.clock.idle();
  const [delivery, ...others] = await storedDeliveries(desk);
  expect(others).toEqual([]);
  expect(delivery).toMatchObject({ account_id: account, event: "message_created", problem: null });
  expect(delivery!.processed_at).not.toBeNull();
  expect(delivery!.body_sealed).toMatch(/^1\./);
  expect(desk.messages).toEqual([
    { accountId: account, message: expect.objectContaining({ id: 501, direction: "incoming", content: "Hola" }) },
  ]);
});
