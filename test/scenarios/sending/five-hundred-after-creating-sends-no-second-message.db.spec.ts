import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, openDesk } from "../../support/desk.js";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ debts: debtsFile([{}]) });
});
afterAll(() => desk?.close());

test("the helpdesk creates the message and answers 500: the message is found by its ref and never sent again", async () => {
  desk.sandbox.faults.add({ kind: "error_500_after", times: 1 });
  await desk.turnOn();
  await desk.clock.runFor(5_000);
  const [row] = await desk.db.rows<{ state: string; ref: string }>("select state, ref from outbox_message where account_id = ?", [
    desk.account.id,
  ]);
  expect(desk.sandbox.messagesWithRef(row?.ref ?? "")).toHaveLength(1);

  await desk.clock.runFor(10 * 60_000);
  const [later] = await desk.db.rows<{ state: string }>("select state from outbox_message where account_id = ?", [desk.account.id]);
  expect(["accepted", "at_whatsapp", "delivered", "read"]).toContain(later?.state);
  expect(desk.sent()).toHaveLength(1);
});

test("the record says that it was in doubt, and how the doubt ended", async () => {
  const rows = await desk.db.rows<{ type: string }>(
    "select type from journal_record where account_id = ? and type like 'message.%' order by seq",
    [desk.account.id],
  );
  const types = rows.map((row) => row.type);
  expect(types.indexOf("message.intended")).toBeLessThan(types.indexOf("message.doubted"));
});
