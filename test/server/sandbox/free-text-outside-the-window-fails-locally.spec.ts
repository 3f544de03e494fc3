import { expect, test } from "@jest/globals";
import { stage } from "./support/stage.js";

test("free text outside the 24-hour window is accepted by the API and then fails without reaching Meta", async () => {
  const { clock, sandbox, conversation, post, get } = await stage();
  const { id } = await conversation();

  const sent = await post(`conversations/${id}/messages`, { content: "Buenas tardes" });
  await clock.runFor(5_000);

  expect(sent.status).toBe(200);
  const listed = await get(`conversations/${id}/messages?after=${sent.number("id") - 1}`);
  expect(listed.at("payload.0.status")).toBe("failed");
  expect(listed.at("payload.0.content_attributes.external_error")).toMatch(/24-hour customer service window is closed/u);
  expect(sandbox.graphRequests).toEqual([]);

  sandbox.playDebtor({ accountId: 1, conversationId: id, text: "Hola" });
  await post(`conversations/${id}/messages`, { content: "Buenas tardes" });
  await clock.runFor(5_000);
  expect(sandbox.graphRequests).toHaveLength(1);
});
