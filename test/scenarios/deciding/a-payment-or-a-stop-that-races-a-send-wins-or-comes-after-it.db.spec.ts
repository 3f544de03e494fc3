import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { SECOND } from "../../../server/shared/instant.js";
import { plannedDesk, type PlannedDesk } from "../support/planned-desk.js";

const DEBTORS = 8;
const phone = (index: number) => `+57300777${String(1000 + index)}`;

let desk: PlannedDesk;
beforeAll(async () => {
  desk = await plannedDesk(Array.from({ length: 2 * DEBTORS }, (_, index) => ({ reference: `R-${index}`, phone: phone(index) })));
  await desk.prepare();
  await desk.release();
});
afterAll(() => desk?.close());

test("payments and opt-outs arrive while the round is claiming and sending", async () => {
  const payments = Array.from({ length: DEBTORS }, (_, index) =>
    desk.admin.call("POST", "/api/payments", {
      externalId: `P-${index}`,
      debtReference: `R-${index}`,
      amount: "386400.00",
      currency: "COP",
      valueDate: "2026-11-20",
    }),
  );
  for (let index = DEBTORS; index < 2 * DEBTORS; index++) desk.sandbox.playDebtor({ accountId: 1, phone: phone(index), text: "STOP" });
  await Promise.all([...payments, desk.round()]);
  await desk.clock.runFor(60 * SECOND);
  await desk.round();
  await desk.clock.runFor(60 * SECOND);
  const rows = await desk.planned();
  expect(rows).toHaveLength(2 * DEBTORS);
  expect(rows.filter(({ state }) => state === "planned" || state === "sending")).toEqual([]);
});

test("no intent was committed after the payment or the opt-out of its debtor", async () => {
  const records = await desk.journal("payment.received", "opt_out.recorded", "message.intended");
  const ends = new Map(records.filter(({ type }) => type !== "message.intended").map(({ debtor_id, seq }) => [debtor_id, seq]));
  expect(ends.size).toBe(2 * DEBTORS);
  const late = records.filter(
    ({ type, payload, debtor_id, seq }) => type === "message.intended" && payload["kind"] === "cadence" && seq > (ends.get(debtor_id) ?? 0),
  );
  expect(late).toEqual([]);
});

test("every message has an end with a reason, and each debtor got at most one reminder and one confirmation", async () => {
  const rows = await desk.planned();
  const sent = rows.filter(({ state }) => ["accepted", "at_whatsapp", "delivered", "read"].includes(state));
  const stopped = rows.filter(({ state }) => ["cancelled", "suppressed"].includes(state));
  expect(sent.length + stopped.length).toBe(rows.length);
  expect(stopped.filter(({ reason }) => reason === null)).toEqual([]);
  const reminders = desk.sent().filter(({ content }) => content.includes("386.400"));
  expect(reminders).toHaveLength(sent.length);
});
