import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { HOUR, MINUTE } from "../../../../../server/shared/instant.js";
import { ClockDesk } from "./support/clock-desk.js";

let desk: ClockDesk;
beforeAll(async () => {
  desk = await ClockDesk.open();
});
afterAll(() => desk?.close());

const marks = async () => {
  const rows = await desk.rows<{ level: string; telling: string }>(
    "select level, telling from level_mark where account_id = ? order by due_at, level",
  );
  return rows.map(({ level, telling }) => `${level} ${telling}`);
};
const mails = async () => (await desk.rows("select recipient from outgoing_mail where account_id = ? and purpose = 'escalation'")).length;
const records = async () => (await desk.rows("select seq from journal_record where account_id = ? and type = 'case.level_reached'")).length;

test("nothing is told before its time, and then the owner before the breach", async () => {
  await desk.call();
  await desk.pass(80 * MINUTE);
  expect(await marks()).toEqual([]);
  await desk.pass(15 * MINUTE);
  expect(await marks()).toEqual(["first_soon told"]);
});

test("at the breach the conversation becomes urgent, and one note says which clock, the facts and what to do", async () => {
  await desk.pass(30 * MINUTE);
  expect(await marks()).toEqual(["first_soon told", "first_missed told"]);
  await desk.wake("actions");
  const { sandbox } = desk.desk;
  expect(sandbox.conversations.must(desk.conversation.id)).toMatchObject({ priority: "urgent" });
  const notes = sandbox.messages
    .where((message) => message.private && message.conversationId === desk.conversation.id)
    .flatMap(({ content }) => (content?.includes("Primera respuesta") === true ? [content] : []));
  expect(notes).toHaveLength(1);
  expect(notes[0]).toMatch(/vencid[oa] desde .*COP/s);
  expect(notes[0]).toMatch(/Por favor|responda/i);
});

test("two hours of the desk later the supervisor has one mail; sweeping again adds nothing", async () => {
  await desk.pass(2 * HOUR);
  expect(await marks()).toEqual(["first_soon told", "first_missed told", "first_latest told"]);
  expect(await mails()).toBe(1);
  await desk.sweep();
  expect([(await marks()).length, await mails(), await records()]).toEqual([3, 1, 3]);
});

test("who has acted since the debtor wrote is not reminded: the level counts, and nobody is told", async () => {
  await desk.answer();
  await desk.call();
  await desk.pass(MINUTE);
  await desk.event({ kind: "wrote", author: "note", at: desk.desk.clock.now(), source: "note" });
  await desk.pass(100 * MINUTE);
  expect((await marks()).at(-1)).toBe("next_soon muted");
});

test("what falls due on a Saturday in a clock of every hour is told on Monday morning, once", async () => {
  await desk.pass(19 * HOUR);
  expect(await marks()).toContain("resolution_missed waits");
  await desk.pass(30 * HOUR);
  expect(await marks()).toContain("resolution_missed waits");
  // Monday, a little after eight.
  await desk.pass(16 * HOUR);
  expect(await marks()).toContain("resolution_missed told");
});

test("a late answer stays a miss", async () => {
  const clock = "select state, missed_at is not null as missed from case_clock where account_id = ? and clock = 'first_answer'";
  expect(await desk.rows(clock)).toEqual([{ state: "late", missed: 1 }]);
});

test("a case that is called off, or that the helpdesk has deleted, raises nothing any more", async () => {
  await desk.event({ kind: "deleted", at: desk.desk.clock.now(), source: "gone" });
  const before = await marks();
  await desk.pass(200 * HOUR);
  expect(await marks()).toEqual(before);
  expect(await desk.rows("select clock from case_clock where account_id = ? and wake_at is not null")).toEqual([]);
});
