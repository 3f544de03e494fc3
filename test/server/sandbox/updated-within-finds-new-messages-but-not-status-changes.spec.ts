import { expect, test } from "@jest/globals";
import { stage, templateMessage } from "./support/stage.js";

test("updated_within finds conversations with a new message, not those with a new status", async () => {
  const { clock, sandbox, conversation, template, post, get } = await stage();
  await template();
  const { id } = await conversation();
  const sent = await post(`conversations/${id}/messages`, templateMessage());
  const found = async () => {
    const list = await get("conversations?status=all&updated_within=30");
    return (list.at("data.payload") as { id: number }[]).map((row) => row.id);
  };

  const fresh = await found();
  await clock.runFor(60_000);
  sandbox.receipt(1, sent.number("id"), "read");
  const afterStatus = await found();
  sandbox.playDebtor({ accountId: 1, conversationId: id, text: "Hola" });
  const afterReply = await found();

  expect(fresh).toEqual([id]);
  expect(afterStatus).toEqual([]);
  expect(afterReply).toEqual([id]);
});
