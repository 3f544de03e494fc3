import { expect, test } from "@jest/globals";
import { stage, templateMessage } from "./support/stage.js";

test("a blocked contact is not heard, yet outgoing messages still reach it", async () => {
  const { clock, sandbox, conversation, template, call, post } = await stage();
  await template();
  const { id, contactId } = await conversation();
  await call("PATCH", `contacts/${contactId}`, { blocked: true });

  const heard = sandbox.playDebtor({ accountId: 1, conversationId: id, text: "Hola" });
  await post(`conversations/${id}/messages`, templateMessage());
  await clock.runFor(5_000);

  expect(heard).toBeNull();
  expect(sandbox.graphRequests).toHaveLength(1);
});
