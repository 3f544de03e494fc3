import { expect, test } from "@jest/globals";
import { stage, templateMessage } from "./support/stage.js";

test("a message webhook has no status, and its source id comes only with the provider's acceptance", async () => {
  const { clock, sandbox, conversation, template, subscribe, post } = await stage();
  await template();
  const { id } = await conversation();
  const { received } = await subscribe("message_created", "message_updated");
  sandbox.profiles.forEveryone({ acceptance: [500, 500], delivery: [1_000, 1_000], reading: [5_000, 5_000] });

  const sent = await post(`conversations/${id}/messages`, templateMessage());
  await clock.runFor(60_000);

  expect(sent.at("status")).toBe("sent");
  expect(sent.at("source_id")).toBeNull();
  expect(received.map((item) => item.at("event"))).toEqual(["message_created", "message_updated", "message_updated", "message_updated"]);
  for (const { body } of received) {
    expect(body).not.toHaveProperty("status");
    expect(body).not.toHaveProperty("changed_attributes");
    expect(body).toMatchObject({ content_attributes: { saldo: { ref: "r-1" } }, message_type: "outgoing" });
  }
  expect(received[0]?.at("source_id")).toBeNull();
  expect(received[1]?.at("source_id")).toMatch(/^wamid\./u);
  // The only place where a status leaks.
  expect(received.map((item) => item.at("conversation.messages.0.status"))).toEqual(["sent", "sent", "delivered", "read"]);
});
