import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { AccountDirectory } from "../../../../server/modules/accounts/index.js";
import { Conversations } from "../../../../server/modules/host/index.js";
import { MINUTE, SECOND } from "../../../../server/shared/instant.js";
import { type Desk, openDesk } from "./support/desk.js";

let desk: Desk;
let account: number;
beforeAll(async () => {
  desk = await openDesk({ SALDO_POLL_MS: "60000" });
  account = (await desk.connected()).id;
});
afterAll(() => desk.close());

test("it is installed anew with its new secret, journalled, and works", async () => {
  const { webhooks } = desk.sandbox.world;
  const former = webhooks.find((row) => row.accountId === 1)!;
  webhooks.delete(former.id);
  await desk.clock.runFor(11 * MINUTE);
  const present = webhooks.where((row) => row.accountId === 1);
  expect(present).toEqual([expect.objectContaining({ url: former.url })]);
  expect(present[0]!.secret).not.toBe(former.secret);
  expect(await desk.journalTypes(account)).toContain("host.webhook_restored");
  expect(await desk.app.get(AccountDirectory).webhookSecret(account)).toBe(present[0]!.secret);

  const { conversationId } = await desk.app
    .get(Conversations)
    .ensure(account, 11, { phone: "+573001112233", name: "Ana", identifier: "a" });
  desk.sandbox.playDebtor({ accountId: 1, conversationId, text: "¿Sigue ahí?" });
  await desk.clock.runFor(SECOND);
  expect(desk.messages.map(({ message }) => message.content)).toContain("¿Sigue ahí?");
});

test("one that someone made again by hand, at the same address, is taken over with its secret", async () => {
  const { webhooks } = desk.sandbox.world;
  const former = webhooks.find((row) => row.accountId === 1)!;
  webhooks.delete(former.id);
  webhooks.insert({ ...former, id: webhooks.nextId(), secret: "made-by-hand" });
  await desk.clock.runFor(11 * MINUTE);
  expect(webhooks.where((row) => row.accountId === 1)).toHaveLength(1);
  expect(await desk.app.get(AccountDirectory).webhookSecret(account)).toBe("made-by-hand");
});
