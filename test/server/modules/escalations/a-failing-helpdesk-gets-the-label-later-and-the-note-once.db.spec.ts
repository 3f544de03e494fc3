import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { MINUTE } from "../../../../server/shared/instant.js";
import { remindedDebtor, type RemindedDebtor } from "../negotiation/support/reminded-debtor.js";

let debtor: RemindedDebtor;
beforeAll(async () => {
  debtor = await remindedDebtor();
  // Nothing but notes is posted from here on.
  await debtor.desk.admin.call("POST", "/api/account/stop", { reason: "only notes in this test" });
});
afterAll(() => debtor?.close());

const states = async () => {
  const rows = await debtor.rows<{ kind: string; state: string }>("select kind, state from host_action where account_id = ? order by id");
  return Object.fromEntries(rows.map((row) => [row.kind, row.state]));
};

test("an error after the note was stored, and errors before label and team", async () => {
  const { faults } = debtor.desk.sandbox;
  faults.add({ kind: "error_500_after", times: 1 });
  faults.add({ kind: "error_500_before", match: "^POST .*/labels$", times: 2 });
  faults.add({ kind: "throttled_429", match: "/assignments$", times: 1 });
  await debtor.write("no entiendo el cobro");
  expect(await states()).toMatchObject({ note: "done", label: "due", open: "done" });
  expect(debtor.notes()).toHaveLength(1);
});

test("a while later everything is there, and the note is there once", async () => {
  await debtor.desk.clock.runFor(2 * MINUTE);
  expect(await states()).toEqual({ note: "done", label: "done", assign: "done", open: "done" });
  expect(debtor.notes()).toHaveLength(1);
  const [account] = await debtor.rows<{ label: string; team_id: number }>("select label, team_id from account where id = ?");
  expect(debtor.conversation()).toMatchObject({ status: "open", labels: [account?.label], teamId: account?.team_id });
});

test("the note is the bot's, so that it is no agent's answer", () => {
  const [note] = debtor.desk.sandbox.messages.where((message) => message.private);
  expect(note?.sender?.type).toBe("AgentBot");
});
