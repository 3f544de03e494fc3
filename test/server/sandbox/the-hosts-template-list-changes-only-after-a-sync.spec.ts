import { expect, test } from "@jest/globals";
import { stage, templateMessage } from "./support/stage.js";

test("the host's template list changes only after a sync, while Meta judges by its own", async () => {
  const { clock, sandbox, conversation, template, post, get } = await stage();
  await template();
  const { id } = await conversation();
  const status = async () => (await get("inboxes/1")).at("message_templates.0.status");
  const [meta] = sandbox.templates.list("100000000000001");
  sandbox.templates.setStatus(meta!, "PAUSED");

  const stale = await status();
  const sent = await post(`conversations/${id}/messages`, templateMessage());
  await clock.runFor(5_000);
  const afterHours = await clock.runFor(3 * 3_600_000).then(status);

  expect(stale).toBe("APPROVED");
  expect(sandbox.messages.must(sent.number("id")).contentAttributes["external_error"]).toBe("(#132015) Template is paused");
  expect(afterHours).toBe("PAUSED");
});
