import { expect, test } from "@jest/globals";
import { createHmac } from "node:crypto";
import { stage } from "./support/stage.js";

test("a webhook's signature verifies on the raw bytes and only on them", async () => {
  const { clock, sandbox, conversation, subscribe } = await stage();
  const { id } = await conversation();
  const { secret, received } = await subscribe("message_created");

  sandbox.playDebtor({ accountId: 1, conversationId: id, text: "<b>a & b</b>" });
  await clock.runFor(1_000);

  expect(received).toHaveLength(1);
  const { headers, raw, body } = received[0]!;
  const sign = (text: string) =>
    `sha256=${createHmac("sha256", secret)
      .update(`${String(headers["x-chatwoot-timestamp"])}.${text}`)
      .digest("hex")}`;
  expect(secret).toHaveLength(24);
  expect(raw).toContain("\\u003cb\\u003ea \\u0026 b");
  expect(headers["x-chatwoot-signature"]).toBe(sign(raw));
  expect(headers["x-chatwoot-signature"]).not.toBe(sign(JSON.stringify(body)));
  expect(headers["x-chatwoot-delivery"]).toMatch(/^[0-9a-f-]{36}$/u);
});
