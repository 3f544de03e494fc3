import { expect, test } from "@jest/globals";
import { stage, templateMessage } from "./support/stage.js";

test("a snoozed conversation is reopened in place by the debtor's reply, which keeps what it answers", async () => {
  const { clock, sandbox, conversation, template, post, get, subscribe } = await stage();
  await template();
  const { id } = await conversation();
  const sent = await post(`conversations/${id}/messages`, templateMessage());
  await clock.runFor(5_000);
  const { received } = await subscribe("conversation_status_changed", "message_created");

  const reply = sandbox.pressButton(1, sent.number("id"), "Ya pagué");
  await clock.runFor(5_000);

  const after = await get(`conversations/${id}`);
  expect(after.at("status")).toBe("open");
  expect(reply).toMatchObject({ content: "Ya pagué", messageType: "incoming" });
  const created = received.find((item) => item.at("event") === "message_created");
  expect(created?.at("content_attributes.in_reply_to")).toBe(sent.number("id"));
  expect(created?.at("sender")).not.toHaveProperty("type");
  const changed = received.find((item) => item.at("event") === "conversation_status_changed");
  expect(changed?.body).toMatchObject({ id, status: "open", changed_attributes: null });
});
