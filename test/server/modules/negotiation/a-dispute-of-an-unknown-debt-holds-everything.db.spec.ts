import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { remindedDebtor, type RemindedDebtor } from "./support/reminded-debtor.js";

let debtor: RemindedDebtor;
beforeAll(async () => {
  debtor = await remindedDebtor();
});
afterAll(() => debtor?.close());

test("typed without answering a message, it is about all the debtor owes", async () => {
  await debtor.write("No estoy de acuerdo");
  expect(await debtor.rows("select reason, debt_id, until_at, released_at, actor from hold where account_id = ?")).toEqual([
    { reason: "dispute", debt_id: null, until_at: null, released_at: null, actor: "debtor" },
  ]);
  expect(debtor.replies()).toEqual([expect.stringContaining("no le enviaremos recordatorios")]);
  expect(debtor.notes()).toEqual([expect.stringContaining("no está de acuerdo")]);
});

test("resolving the conversation closes the case and leaves the dispute", async () => {
  await debtor.agent("toggle_status", { status: "resolved" });
  expect(await debtor.rows("select open_slot from escalation where account_id = ?")).toEqual([{ open_slot: null }]);
  expect(await debtor.rows("select reason from hold where account_id = ? and released_at is null")).toEqual([{ reason: "dispute" }]);
});
