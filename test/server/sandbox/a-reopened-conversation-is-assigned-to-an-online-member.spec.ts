import { expect, test } from "@jest/globals";
import { stage } from "./support/stage.js";

test("a snoozed conversation has no assignee; the reply that opens it gives it to an online member of the inbox", async () => {
  const { sandbox, conversation, get } = await stage();
  const { id } = await conversation();
  const before = await get(`conversations/${id}`);

  sandbox.playDebtor({ accountId: 1, conversationId: id, text: "Hola" });

  const after = await get(`conversations/${id}`);
  expect(before.at("meta.assignee")).toBeUndefined();
  expect([2, 3]).toContain(after.at("meta.assignee.id"));
});
