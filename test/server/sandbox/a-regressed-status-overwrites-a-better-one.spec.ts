import { expect, test } from "@jest/globals";
import { NOT_ON_WHATSAPP } from "../../../server/sandbox/index.js";
import { stage, templateMessage } from "./support/stage.js";

test("a late status overwrites a better one, and a failure after acceptance carries its code", async () => {
  const { clock, sandbox, conversation, template, post } = await stage();
  await template();
  const { id } = await conversation();
  sandbox.profiles.forEveryone({ delivery: [100, 100], reading: [100, 100] });
  sandbox.faults.add({ kind: "status_regressed", ms: 2_000, times: 1 });

  const first = await post(`conversations/${id}/messages`, templateMessage("r-1"));
  await clock.runFor(1_500);
  const before = sandbox.messages.must(first.number("id")).status;
  await clock.runFor(2_000);
  sandbox.profiles.forPhone("+573001112233", NOT_ON_WHATSAPP);
  const second = await post(`conversations/${id}/messages`, templateMessage("r-2"));
  await clock.runFor(5_000);

  expect(before).toBe("read");
  expect(sandbox.messages.must(first.number("id")).status).toBe("delivered");
  expect(sandbox.messages.must(second.number("id"))).toMatchObject({
    status: "failed",
    contentAttributes: { external_error: "131026: Message undeliverable" },
  });
});
