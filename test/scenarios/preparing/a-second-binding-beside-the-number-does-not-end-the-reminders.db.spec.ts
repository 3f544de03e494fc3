import { afterEach, expect, test } from "@jest/globals";
import type { TodayView } from "../../../server/contract/kpis.contract.js";
import { DAY, HOUR } from "../../../server/shared/instant.js";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, openDesk, TOKENS } from "../../support/desk.js";
import { journalOf } from "../support/journal-of.js";
import { RequestLog } from "../support/request-log.js";

let desk: Desk;
afterEach(() => desk?.close());

/** Mexico knows the line with and without its mobile 1. */
const MEXICO = { phone: "+525512345678", country: "MX" };
const COLOMBIA = { phone: "+573005550901" };

async function bind(sourceId: string, phone = COLOMBIA.phone): Promise<void> {
  const [contact] = desk.sandbox.contacts.where((row) => row.accountId === 1 && row.phoneNumber === phone);
  await post(`contacts/${contact!.id}/contact_inboxes`, { inbox_id: 1, source_id: sourceId });
}

async function post(path: string, body: object): Promise<void> {
  const headers = { "content-type": "application/json", api_access_token: TOKENS.admin };
  const url = `${desk.sandbox.url}/api/v1/accounts/1/${path}`;
  const answer = await desk.clock.during(() => fetch(url, { method: "POST", headers, body: JSON.stringify(body) }));
  expect(answer.status).toBe(200);
}

/** The number each message that Saldo sent went to. */
const numbers = () =>
  desk.sent().map(({ conversationId }) => {
    const { contactInboxId } = desk.sandbox.conversations.must(conversationId);
    return desk.sandbox.world.contactInboxes.must(contactInboxId).sourceId;
  });

/** Saldo is not there for a week: what matters is the day of the step, and each hour of its polling would be lived through. */
async function toTheNextStep(): Promise<void> {
  await desk.restart(() => desk.clock.runFor(7 * DAY));
  await desk.clock.runFor(DAY + HOUR);
}

/** A debtor each, and what else their contact in the helpdesk is known by. */
const SECOND = [
  { debt: { id: "username", phone: "+573005550901" }, binding: "CO.77120954083122417716" },
  { debt: { id: "business", phone: "+573005550902" }, binding: "CO.ENT.Ana123" },
  { debt: { id: "digits", phone: "+573005550903" }, binding: "CO.573009990000" },
  { debt: { id: "spelling", ...MEXICO }, binding: "5215512345678" },
];

test("a username, a business's, one with another number's digits, the number spelt otherwise: each next step goes out, to the number, and the helpdesk is asked as little as before", async () => {
  desk = await openDesk({ debts: debtsFile(SECOND.map(({ debt }) => debt)), environment: { SALDO_POLL_MS: String(HOUR) } });
  await desk.turnOn();
  await desk.clock.runFor(HOUR);
  await desk.clock.runFor(HOUR);
  expect(desk.sent()).toHaveLength(SECOND.length);
  for (const { debt, binding } of SECOND) await bind(binding, debt.phone);
  const requests = new RequestLog(desk.sandbox);
  await toTheNextStep();
  const twiceEach = SECOND.flatMap(({ debt }) => [debt.phone.slice(1), debt.phone.slice(1)]);
  expect(numbers().sort()).toEqual(twiceEach.sort());
  expect(requests.count(/contact_inboxes\/filter/)).toBe(SECOND.length);
  expect(await journalOf(desk, "message.parked")).toEqual([]);
});

test("a conversation with the username was begun meanwhile: the reminder still goes to the number", async () => {
  desk = await openDesk({ debts: debtsFile([COLOMBIA]), environment: { SALDO_POLL_MS: String(HOUR) } });
  await desk.turnOn();
  await desk.clock.runFor(HOUR);
  await bind("CO.77120954083122417716");
  const [contact] = desk.sandbox.contacts.where((row) => row.accountId === 1);
  await post("conversations", { inbox_id: 1, contact_id: contact!.id, source_id: "CO.77120954083122417716", status: "open" });
  await toTheNextStep();
  expect(numbers()).toEqual(["573005550901", "573005550901"]);
});

test("a second, different number: not sent, told once with the reason, and the helpdesk is left alone", async () => {
  desk = await openDesk({ debts: debtsFile([COLOMBIA]), environment: { SALDO_POLL_MS: String(HOUR) } });
  await desk.turnOn();
  await desk.clock.runFor(HOUR);
  await bind("573009990000");
  const requests = new RequestLog(desk.sandbox);
  await toTheNextStep();
  expect(desk.sent()).toHaveLength(1);
  expect(await journalOf(desk, "message.parked")).toMatchObject([{ reason: "several_numbers" }]);
  expect(requests.count(/contact_inboxes\/filter/)).toBe(1);
  // The first session is over by then.
  const today = await (await desk.signIn(TOKENS.agent)).call<TodayView>("GET", "/api/today?lang=en&limit=200");
  const parked = today.items.filter(({ state }) => state === "failed");
  expect(parked.map(({ reason }) => reason)).toEqual(["the helpdesk's contact has two different numbers"]);
  const rows = await desk.db.rows("select problem, retry_at from parked_work where account_id = ? and subject = 'debtor'", [
    desk.account.id,
  ]);
  expect(rows).toEqual([{ problem: "several_numbers", retry_at: null }]);
});
