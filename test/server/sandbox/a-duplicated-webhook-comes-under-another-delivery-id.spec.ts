import { expect, test } from "@jest/globals";
import { stage } from "./support/stage.js";

test("a duplicated webhook comes under another delivery id, a redelivered one under the same", async () => {
  const { clock, sandbox, conversation, subscribe } = await stage();
  const { id } = await conversation();
  const { received } = await subscribe("message_created");
  const deliveries = async (text: string) => {
    received.length = 0;
    sandbox.playDebtor({ accountId: 1, conversationId: id, text });
    await clock.runFor(1_000);
    return received.map((item) => item.headers["x-chatwoot-delivery"]);
  };

  sandbox.faults.add({ kind: "webhook_duplicated", times: 1 });
  const duplicated = await deliveries("uno");
  sandbox.faults.add({ kind: "webhook_redelivered", times: 1 });
  const redelivered = await deliveries("dos");

  expect(new Set(duplicated).size).toBe(2);
  expect(redelivered).toHaveLength(2);
  expect(new Set(redelivered).size).toBe(1);
});
