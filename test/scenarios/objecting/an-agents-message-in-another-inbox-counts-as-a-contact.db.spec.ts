import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { DEMO_ACCOUNT } from "../../../server/demo/demo-installation.js";
import { SECOND } from "../../../server/shared/instant.js";
import { otherInbox } from "../support/other-inbox.js";
import { plannedDesk, type PlannedDesk } from "../support/planned-desk.js";

const PHONES = { contacted: "+573005554101", asked: "+573005554102", stopped: "+573005554103", plain: "+573005554104" } as const;

let desk: PlannedDesk;
let inboxId: number;
beforeAll(async () => {
  desk = await plannedDesk(Object.entries(PHONES).map(([id, phone]) => ({ id, phone, name: `Deudor ${id}` })));
  inboxId = otherInbox(desk.sandbox);
  await desk.prepare();
  for (const [who, phone] of Object.entries(PHONES))
    await desk.agent(`conversations`, { inbox_id: inboxId, contact_id: contactOf(phone), status: who === "asked" ? "open" : "snoozed" });
  desk.sandbox.playDebtor({ accountId: DEMO_ACCOUNT, inboxId, phone: PHONES.asked, text: "¿abren los sábados?" });
  desk.sandbox.profiles.forPhone(PHONES.stopped, { refusal: "(#131050) User has stopped receiving messages" });
  await desk.clock.runFor(5 * SECOND);
  const template = { name: "aviso", language: "es", category: "UTILITY" };
  await desk.agent(`conversations/${conversationOf(PHONES.contacted)}/messages`, { content: "Hola", private: false });
  await desk.agent(`conversations/${conversationOf(PHONES.asked)}/messages`, { content: "Sí, hasta la una." });
  await desk.agent(`conversations/${conversationOf(PHONES.stopped)}/messages`, { content: "Nuevo sofá", template_params: template });
  await desk.agent(`conversations/${conversationOf(PHONES.plain)}/messages`, { content: "nota entre nosotros", private: true });
  await desk.clock.runFor(5 * SECOND);
});
afterAll(() => desk?.close());

const contactOf = (phone: string) => desk.sandbox.contacts.find((row) => row.phoneNumber === phone)?.id;
const conversationOf = (phone: string) =>
  desk.sandbox.conversations.find((row) => row.inboxId === inboxId && row.contactId === contactOf(phone))?.displayId;
const attempts = async (who: keyof typeof PHONES) =>
  desk.db.rows("select channel, origin, purpose, counts from contact_attempt where account_id = ? and debtor_id = ?", [
    desk.account.id,
    (await desk.debtor(who)).id,
  ]);

test("what an agent wrote by the other number is a contact, an answer to a question is a reply, a note is nothing", async () => {
  expect(await attempts("contacted")).toEqual([{ channel: "whatsapp", origin: "agent", purpose: "collection", counts: 1 }]);
  expect(await attempts("asked")).toEqual([{ channel: "whatsapp", origin: "agent", purpose: "reply", counts: 0 }]);
  expect(await attempts("plain")).toEqual([]);
});

test("who stopped the creditor's other number has objected to the creditor", async () => {
  const { id } = await desk.debtor("stopped");
  expect(await desk.db.rows("select source from opt_out where account_id = ? and debtor_id = ?", [desk.account.id, id])).toEqual([
    { source: "whatsapp" },
  ]);
});

test("the day is used up for whom it was used for", async () => {
  await desk.round();
  const sent = desk
    .sent()
    .map(({ conversationId }) => desk.sandbox.contacts.must(desk.sandbox.conversations.must(conversationId).contactId).phoneNumber);
  expect(new Set(sent)).toEqual(new Set([PHONES.asked, PHONES.plain]));
});
