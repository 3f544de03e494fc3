import { expect, test } from "@jest/globals";
import { stage, templateMessage } from "./support/stage.js";

test("a lost response leaves the message behind, a lost request nothing, a late execution creates it afterwards", async () => {
  const { clock, sandbox, conversation, template, post } = await stage();
  await template();
  const { id } = await conversation();
  const send = (ref: string) => post(`conversations/${id}/messages`, templateMessage(ref));

  sandbox.faults.add({ kind: "response_lost_after", times: 1 });
  await expect(send("r-response")).rejects.toThrow("fetch failed");
  sandbox.faults.add({ kind: "request_lost", times: 1 });
  await expect(send("r-request")).rejects.toThrow("fetch failed");
  sandbox.faults.add({ kind: "executed_late", ms: 15_000, times: 1 });
  await expect(send("r-late")).rejects.toThrow("fetch failed");
  const atOnce = ["r-response", "r-request", "r-late"].map((ref) => sandbox.messagesWithRef(ref).length);
  await clock.runFor(15_000);
  const afterwards = ["r-response", "r-request", "r-late"].map((ref) => sandbox.messagesWithRef(ref).length);

  expect(atOnce).toEqual([1, 0, 0]);
  expect(afterwards).toEqual([1, 0, 1]);
});
