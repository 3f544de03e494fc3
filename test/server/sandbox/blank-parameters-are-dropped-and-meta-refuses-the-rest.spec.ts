import { expect, test } from "@jest/globals";
import { stage, templateMessage } from "./support/stage.js";

test("blank template parameters are dropped, so Meta misses one and refuses", async () => {
  const { clock, sandbox, conversation, template, post, get } = await stage();
  await template();
  const { id } = await conversation();

  const sent = await post(`conversations/${id}/messages`, templateMessage("r-1", { "1": " ", "2": "1.200" }));
  await clock.runFor(5_000);

  const [request] = sandbox.graphRequests;
  expect(request?.payload["components"]).toEqual([{ type: "body", parameters: [{ type: "text", text: "1.200" }] }]);
  const listed = await get(`conversations/${id}/messages?after=${sent.number("id") - 1}`);
  expect(listed.at("payload.0")).toMatchObject({
    status: "failed",
    source_id: null,
    content_attributes: { external_error: "(#132000) Number of parameters does not match the expected number of params" },
  });
});
