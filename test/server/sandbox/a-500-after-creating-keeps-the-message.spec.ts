import { expect, test } from "@jest/globals";
import { refsIn, stage, templateMessage } from "./support/stage.js";

test("a 500 after creating keeps the message, and the debtor gets it once", async () => {
  const { clock, sandbox, conversation, template, post, get } = await stage();
  await template();
  const { id } = await conversation();
  sandbox.faults.add({ kind: "error_500_after", times: 1 });

  const answer = await post(`conversations/${id}/messages`, templateMessage("r-500"));
  await clock.runFor(5_000);

  expect(answer.status).toBe(500);
  expect(answer.text).toContain("something went wrong");
  expect(sandbox.messagesWithRef("r-500")).toHaveLength(1);
  expect(sandbox.graphRequests.filter((item) => item.refusal === null)).toHaveLength(1);
  const listed = await get(`conversations/${id}/messages?after=0`);
  expect(refsIn(listed)).toEqual(["r-500"]);
});
