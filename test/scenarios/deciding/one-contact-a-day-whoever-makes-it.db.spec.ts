import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { addDays } from "../../../server/shared/calendar.js";
import { TWELVE_DAYS_LATE } from "../../support/debts-file.js";
import { plannedDesk, type PlannedDesk } from "../support/planned-desk.js";

let desk: PlannedDesk;
beforeAll(async () => {
  const two = { id: "two-debts", name: "Ana Dos", phone: "+573005550101" };
  desk = await plannedDesk([
    { ...two, reference: "R-1", balance: "111000.00" },
    { ...two, reference: "R-2", balance: "222000.00", dueDate: addDays(TWELVE_DAYS_LATE, 7) },
    { id: "by-agent", name: "Berta Agente", phone: "+573005550102", reference: "R-3" },
  ]);
  await desk.prepare();
});
afterAll(() => desk?.close());

test("two debts whose steps fall on one day are one planned message, and it names both sums together", async () => {
  expect((await desk.planned()).filter(({ external_id }) => external_id === "two-debts")).toHaveLength(1);
  const conversation = desk.sandbox.conversations.find((row) => desk.sandbox.contacts.get(row.contactId)?.phoneNumber === "+573005550102");
  // Before our round Diego writes to Berta by himself.
  await desk.agent(`conversations/${conversation?.displayId}/messages`, { content: "Buenos días, ¿cómo va su pago?" });
  await desk.round();
  await desk.round();
  const toAna = desk.sent().filter(({ content }) => content.includes("Ana"));
  expect(toAna).toEqual([expect.objectContaining({ content: expect.stringContaining("333.000") })]);
});

test("a day on which an agent wrote in the helpdesk has no place for ours, and the article is told", async () => {
  expect(desk.sent().filter(({ content }) => content.includes("Berta"))).toEqual([]);
  const row = (await desk.planned()).find(({ external_id }) => external_id === "by-agent");
  expect(row).toMatchObject({ verdict_rule: "CO-2300/one_contact_a_day" });
  const { id } = await desk.debtor("by-agent");
  const told = (await desk.journal("message.deferred", "message.denied")).find(({ debtor_id }) => debtor_id === id);
  expect(JSON.stringify(told?.payload)).toContain("Ley 2300");
  const attempts = await desk.db.rows("select origin, purpose, counts from contact_attempt where account_id = ? and debtor_id = ?", [
    desk.account.id,
    id,
  ]);
  expect(attempts).toEqual([{ origin: "agent", purpose: "collection", counts: 1 }]);
});

test("nothing more goes to anybody that day, however often it is tried", async () => {
  const before = desk.sent().length;
  for (let round = 0; round < 4; round++) {
    await desk.clock.runFor(30 * 60_000);
    await desk.round();
  }
  expect(desk.sent()).toHaveLength(before);
});
