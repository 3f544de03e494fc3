import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { JournalVerifier } from "../../server/modules/journal/index.js";
import { debtsFile } from "../support/debts-file.js";
import { type Desk, openDesk } from "../support/desk.js";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ debts: debtsFile([{ name: "Marisol Quintero" }]) });
});
afterAll(() => desk?.close());

test("nothing is sent before an administrator saw the plan and turned sending on", async () => {
  const today = await desk.today();
  expect(today.counts).toMatchObject({ due: 1, allowed: 1, sent: 0 });
  await desk.clock.runFor(60_000);
  expect(desk.sent()).toHaveLength(0);
});

test("after turning on one message goes out, is delivered and read, and never goes out again", async () => {
  await desk.turnOn();
  await desk.clock.runFor(10 * 60_000);
  const sent = desk.sent();
  expect(sent).toHaveLength(1);
  expect(sent[0]?.content).toContain("Marisol");
  expect(sent[0]?.content).toContain("386.400");
  await desk.clock.runFor(30 * 60_000);
  expect(desk.sent()).toHaveLength(1);
  const today = await desk.today();
  expect(today.items[0]).toMatchObject({ state: "read", debtor: "Marisol Quintero" });
});

test("the journal holds the intent before the message and verifies", async () => {
  const verdict = await desk.app.get(JournalVerifier).verify(desk.account.id);
  expect(verdict.ok).toBe(true);
  const intent = await desk.db.row<{ payload: string; at: number }>(
    "select payload, at from journal_record where account_id = ? and type = 'message.intended'",
    [desk.account.id],
  );
  const [message] = desk.sent();
  expect(JSON.parse(intent?.payload ?? "{}")).toMatchObject({ ref: message?.ref, decision: { verdict: "allow" } });
});
