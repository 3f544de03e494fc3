import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { DAY } from "../../../../../server/shared/instant.js";
import { remindedDebtor, type RemindedDebtor } from "../support/reminded-debtor.js";

let debtor: RemindedDebtor;
beforeAll(async () => {
  debtor = await remindedDebtor();
});
afterAll(() => debtor?.close());

const HOLDS = "select reason, debt_id, until_at, released_at from hold where account_id = ? order by id";
const STANDING = [{ reason: "illness", debt_id: null, until_at: null, released_at: null }];

test("what she writes is understood, answered without a word about it, and on the record with the rule that decided", async () => {
  await debtor.write("estoy hospitalizada con cáncer");
  expect(await debtor.rows("select intent from inbound_message where account_id = ?")).toEqual([{ intent: "illness" }]);
  expect(await debtor.rows("select reason from escalation where account_id = ?")).toEqual([{ reason: "illness" }]);
  expect(debtor.replies()).toEqual([expect.stringContaining("Una persona de Alameda Hogar")]);
  expect(debtor.notes()).toEqual([expect.stringContaining("enfermedad")]);
  expect(await debtor.rows(HOLDS)).toEqual(STANDING);
  const [record] = await debtor.rows<{ payload: string }>(
    "select payload from journal_record where account_id = ? and type = 'reply.received'",
  );
  expect(record!.payload).toMatch(/"rule":"es\/illness\/\d+"/);
  expect(record!.payload).not.toContain("hospital");
});

test("an agent's answer and the resolved conversation end nothing", async () => {
  await debtor.agent("messages", { content: "Lo sentimos mucho. Que se mejore." });
  await debtor.agent("toggle_status", { status: "resolved" });
  expect(await debtor.journal()).toContain("case.closed");
  expect(await debtor.rows(HOLDS)).toEqual(STANDING);
});

test("for days nothing is sent to her", async () => {
  const before = debtor.desk.sent().length;
  await debtor.desk.clock.runFor(3 * DAY);
  expect(debtor.desk.sent()).toHaveLength(before);
});
