import { expect, test } from "@jest/globals";
import { refsIn, stage, templateMessage } from "./support/stage.js";

test("a lagging listing hides a new message and shows it later", async () => {
  const { clock, sandbox, conversation, template, post, get } = await stage();
  await template();
  const { id } = await conversation();
  sandbox.faults.add({ kind: "listing_lag", ms: 20_000, times: 1 });
  await post(`conversations/${id}/messages`, templateMessage("r-lag"));
  const refs = async () => refsIn(await get(`conversations/${id}/messages?after=0`));

  await clock.runFor(19_999);
  const early = await refs();
  await clock.runFor(1);
  const late = await refs();

  expect(early).toEqual([]);
  expect(late).toEqual(["r-lag"]);
  expect(sandbox.messagesWithRef("r-lag")).toHaveLength(1);
});
