import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { MINUTE } from "../../../../server/shared/instant.js";
import { remindedDebtor, type RemindedDebtor } from "./support/reminded-debtor.js";

let debtor: RemindedDebtor;
beforeAll(async () => {
  debtor = await remindedDebtor();
});
afterAll(() => debtor?.close());

const received = async () => (await debtor.journal()).filter((type) => type === "reply.received").length;

test("posted twice under two delivery ids and read again by the poller", async () => {
  debtor.desk.sandbox.faults.add({ kind: "webhook_duplicated", events: ["message_created"], times: 1 });
  await debtor.press("Hablar con alguien");
  await debtor.desk.clock.runFor(3 * MINUTE);
  expect(debtor.replies()).toHaveLength(1);
  expect(debtor.notes()).toHaveLength(1);
  expect(await received()).toBe(1);
});

test("an answer whose webhook was lost is found by the poller", async () => {
  debtor.desk.sandbox.faults.add({ kind: "webhook_lost", times: 4 });
  await debtor.write("BAJA");
  debtor.desk.sandbox.faults.clear();
  await debtor.desk.clock.runFor(3 * MINUTE);
  expect(await received()).toBe(2);
  expect(debtor.replies()).toHaveLength(2);
  expect(await debtor.rows("select channel from opt_out where account_id = ?")).toEqual([{ channel: "whatsapp" }]);
});
