import { expect, test } from "@jest/globals";
import { AGENT, stage } from "./support/stage.js";

test("refusals carry the host's own bodies", async () => {
  const { conversation, post, get } = await stage();
  const { id } = await conversation("+573001112233");

  const taken = await post("contacts", { name: "Otra", phone_number: "+573001112233" });
  const malformed = await post("contacts", { name: "Otra", phone_number: "3001112233" });
  const agent = await post("webhooks", { webhook: { url: "http://127.0.0.1:1/x", subscriptions: ["message_created"] } }, AGENT);
  const events = await post("webhooks", { webhook: { url: "http://127.0.0.1:1/x", subscriptions: ["conversation_resolved"] } });
  const params = await post(`conversations/${id}/messages`, { content: "x", template_params: { name: "a", processed_params: ["x"] } });
  const missing = await get("conversations/999");

  expect([taken.status, taken.body]).toEqual([422, { message: "Phone number has already been taken", attributes: ["phone_number"] }]);
  expect(malformed.body).toEqual({ message: "Phone number should be in e164 format", attributes: ["phone_number"] });
  expect([agent.status, agent.body]).toEqual([401, { error: "You are not authorized to do this action" }]);
  expect([events.status, events.at("attributes")]).toEqual([422, ["subscriptions"]]);
  expect([params.status, params.at("error")]).toEqual([422, "Validation failed: Template params/processed params must be of type hash"]);
  expect([missing.status, missing.body]).toEqual([404, { error: "Resource could not be found" }]);
});
