import { expect, test } from "@jest/globals";
import { stage, templateMessage } from "./support/stage.js";

test("a reply to a resolved conversation opens a new one and forgets what it answered", async () => {
  const { clock, sandbox, conversation, template, post, get } = await stage();
  await template();
  const { id } = await conversation();
  const sent = await post(`conversations/${id}/messages`, templateMessage());
  await clock.runFor(5_000);
  await post(`conversations/${id}/toggle_status`, { status: "resolved" });

  const reply = sandbox.pressButton(1, sent.number("id"), "Ya pagué");

  const fresh = sandbox.conversations.must(reply!.conversationId);
  expect(fresh.displayId).not.toBe(id);
  expect(reply!.contentAttributes).toEqual({ in_reply_to: null, in_reply_to_external_id: null });
  expect((await get(`conversations/${id}`)).at("status")).toBe("resolved");
  expect((await get(`conversations/${fresh.displayId}`)).at("status")).toBe("open");
});
