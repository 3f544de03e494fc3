import { afterEach, expect, test } from "@jest/globals";
import { DAY, HOUR } from "../../../server/shared/instant.js";
import { debtsFile } from "../../support/debts-file.js";
import { plannedDesk, type PlannedDesk } from "../support/planned-desk.js";

const DEBT = { id: "C-1", name: "Ana Cambia", phone: "+573005550201", reference: "R-1" };

let desk: PlannedDesk;
afterEach(() => desk?.close());

/** The helpdesk now sends this conversation's messages somewhere else. @returns the conversation's display id */
function sendElsewhere(): number {
  const conversation = desk.sandbox.conversations.find((row) => row.accountId === 1)!;
  Object.assign(desk.sandbox.world.contactInboxes.must(conversation.contactInboxId), { sourceId: "573009990000" });
  return conversation.displayId;
}

test("the helpdesk's webhook tells of another number: parked, with the reason, and nothing leaves", async () => {
  desk = await plannedDesk([DEBT]);
  await desk.prepare();
  const conversation = sendElsewhere();
  await desk.agent(`conversations/${conversation}/labels`, { labels: ["vip"] });
  await desk.round();
  expect(desk.sent()).toEqual([]);
  expect(await desk.planned()).toMatchObject([{ state: "parked", reason: "number_differs" }]);
  expect(await desk.journal("message.parked")).toMatchObject([{ payload: { reason: "number_differs" } }]);
});

test("a number seen more than a day ago is read again before anything is sent to it", async () => {
  desk = await plannedDesk([DEBT]);
  await desk.prepare();
  sendElsewhere();
  // No webhook told of it, and it is a day later: still within the step's days.
  await desk.db.inUnitOfWork("test", () =>
    desk.db.run("update host_conversation set source_id_seen_at = source_id_seen_at - ? where account_id = ?", [
      DAY + HOUR,
      desk.account.id,
    ]),
  );
  await desk.round();
  expect(desk.sent()).toEqual([]);
  expect(await desk.planned()).toMatchObject([{ state: "parked", reason: "number_differs" }]);
});

test("the creditor brings a new number: the message goes there, into a conversation of its own, and not to the old one", async () => {
  desk = await plannedDesk([DEBT]);
  await desk.prepare();
  await desk.clock.runFor(60_000);
  const text = debtsFile([{ ...DEBT, phone: "+573005550202" }]);
  await desk.admin.call("POST", "/api/imports", { kind: "debts", fileName: "d.csv", text });
  await desk.clock.runFor(2_000);
  await desk.round();
  await desk.round();
  const numbers = desk.sent().map(({ conversationId }) => {
    const { contactInboxId } = desk.sandbox.conversations.must(conversationId);
    return desk.sandbox.world.contactInboxes.must(contactInboxId).sourceId;
  });
  expect(numbers).toEqual(["573005550202"]);
});

test("the right number in an older conversation does not excuse the wrong one in the newer", async () => {
  desk = await plannedDesk([DEBT]);
  await desk.prepare();
  // A second conversation of the debtor, made later, that sends to somebody else.
  await desk.db.inUnitOfWork("test", async () => {
    const [row] = await desk.db.rows<Record<string, string | number | null>>("select * from host_conversation where account_id = ?", [
      desk.account.id,
    ]);
    const { id: _id, ...first } = row!;
    const newer = {
      ...first,
      conversation_id: 999,
      contact_id: 999,
      source_id_hash: "x".repeat(43),
      ensured_at: Number(first["ensured_at"]) + 1,
    };
    await desk.db.insert("host_conversation", [newer]);
  });
  await desk.round();
  expect(desk.sent()).toEqual([]);
  expect(await desk.planned()).toMatchObject([{ state: "parked", reason: "number_differs" }]);
});

test("who writes from a former number is heard, and is answered neither there nor at the new number", async () => {
  desk = await plannedDesk([DEBT]);
  await desk.prepare();
  await desk.clock.runFor(60_000);
  const text = debtsFile([{ ...DEBT, phone: "+573005550203" }]);
  await desk.admin.call("POST", "/api/imports", { kind: "debts", fileName: "d.csv", text });
  await desk.clock.runFor(2_000);
  await desk.release();
  await desk.round();
  const before = desk.sent().length;
  const first = desk.sandbox.conversations.find((row) => row.accountId === 1)!;
  desk.sandbox.playDebtor({ accountId: 1, conversationId: first.displayId, text: "No me escriban más" });
  await desk.clock.runFor(30_000);
  expect(await desk.journal("opt_out.recorded")).toHaveLength(1);
  expect(desk.sent()).toHaveLength(before);
  const replies = await desk.db.rows("select state, reason from outbox_message where account_id = ? and kind = 'reply'", [desk.account.id]);
  expect(replies).toEqual([{ state: "parked", reason: "number_differs" }]);
});
