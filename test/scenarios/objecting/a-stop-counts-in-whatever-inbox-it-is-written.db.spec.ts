import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { DEMO_ACCOUNT } from "../../../server/demo/demo-installation.js";
import { SECOND } from "../../../server/shared/instant.js";
import { otherInbox } from "../support/other-inbox.js";
import { plannedDesk, type PlannedDesk } from "../support/planned-desk.js";

const PHONES = {
  stops: "+573005554001",
  edits: "+573005554002",
  "not-me": "+573005554003",
  chats: "+573005554004",
  one: "+573005554005",
  two: "+573005554005",
  second: "+573005554006",
} as const;
type Who = keyof typeof PHONES;
const SECOND_NUMBER = "573005554007";

let desk: PlannedDesk;
let inboxId: number;
beforeAll(async () => {
  desk = await plannedDesk(Object.entries(PHONES).map(([id, phone]) => ({ id, phone, name: `Deudor ${id}` })));
  inboxId = otherInbox(desk.sandbox);
  await desk.prepare();
});
afterAll(() => desk?.close());

const write = async (phone: string, text: string) => {
  const message = desk.sandbox.playDebtor({ accountId: DEMO_ACCOUNT, inboxId, phone, text });
  await desk.clock.runFor(5 * SECOND);
  return message!;
};
const closed = async (who: Who) =>
  (
    await desk.db.rows("select id from opt_out where account_id = ? and debtor_id = ? and ended_at is null", [
      desk.account.id,
      (await desk.debtor(who)).id,
    ])
  ).length;

test("a stop to the other number closes the channel", async () => {
  await write(PHONES.stops, "No me escriban más");
  expect(await closed("stops")).toBe(1);
  expect((await desk.planned()).find(({ external_id }) => external_id === "stops")).toMatchObject({ state: "cancelled" });
});

test("so does a message there that was changed into one", async () => {
  const { id } = await write(PHONES.edits, "ok");
  expect(await closed("edits")).toBe(0);
  desk.sandbox.editMessage(DEMO_ACCOUNT, id, "STOP");
  await desk.clock.runFor(5 * SECOND);
  expect(await closed("edits")).toBe(1);
});

test("who is not the debtor is not written to either", async () => {
  await write(PHONES["not-me"], "Número equivocado");
  const holds = await desk.db.rows("select reason from hold where account_id = ? and debtor_id = ? and released_at is null", [
    desk.account.id,
    (await desk.debtor("not-me")).id,
  ]);
  expect(holds).toEqual([{ reason: "wrong_person" }]);
});

test("of a number of two debtors it counts for both", async () => {
  await write(PHONES.one, "BAJA");
  expect([await closed("one"), await closed("two")]).toEqual([1, 1]);
});

test("from a second number of the helpdesk's contact it counts for the debtor of the first", async () => {
  const contact = desk.sandbox.contacts.find((row) => row.phoneNumber === PHONES.second);
  await desk.agent(`contacts/${contact?.id}/contact_inboxes`, { inbox_id: inboxId, source_id: SECOND_NUMBER });
  await write(SECOND_NUMBER, "por favor, no me escriban más");
  expect(await closed("second")).toBe(1);
});

test("what else is said there is nobody's business here, and nothing is answered there", async () => {
  await write(PHONES.chats, "¿tienen sofás en oferta? ya pagué");
  await write("+573009990000", "STOP");
  const rows = await desk.db.rows<{ debtor_id: number }>("select debtor_id from inbound_message where account_id = ?", [desk.account.id]);
  expect(rows.map(({ debtor_id }) => debtor_id)).not.toContain((await desk.debtor("chats")).id);
  expect(await closed("chats")).toBe(0);
  await desk.round();
  const there = desk.sandbox.messages.where(
    (message) => message.inboxId === inboxId && message.messageType === "outgoing" && !message.private,
  );
  expect(there).toEqual([]);
  expect(desk.sent()).toHaveLength(1);
});
