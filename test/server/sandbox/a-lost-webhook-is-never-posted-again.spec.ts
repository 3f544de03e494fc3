import { expect, test } from "@jest/globals";
import { stage } from "./support/stage.js";

test("a lost webhook is never posted again, and nothing but the attempt shows it", async () => {
  const { clock, sandbox, conversation, subscribe } = await stage();
  const { id } = await conversation();
  const { received } = await subscribe("message_created");
  sandbox.faults.add({ kind: "webhook_lost", events: ["message_created"], times: 1 });

  sandbox.playDebtor({ accountId: 1, conversationId: id, text: "uno" });
  sandbox.playDebtor({ accountId: 1, conversationId: id, text: "dos" });
  await clock.runFor(3_600_000);

  expect(received.map((item) => item.at("content"))).toEqual(["dos"]);
  expect(sandbox.webhookAttempts.filter((item) => item.event === "message_created").map((item) => item.lost)).toEqual(
    expect.arrayContaining([true, false]),
  );
});
