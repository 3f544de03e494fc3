import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { DEMO_ACCOUNT } from "../../../server/demo/demo-installation.js";
import { SECOND } from "../../../server/shared/instant.js";
import { plannedDesk, type PlannedDesk } from "../support/planned-desk.js";

/** What was written first, what it was changed into, and what stands then. */
const CHANGES = [
  { id: "ok-to-stop", first: "ok", changed: "No me escriban más", optOuts: 1, holds: [] },
  { id: "button-to-stop", first: "Pagar ahora", changed: "STOP", optOuts: 1, holds: [] },
  { id: "stop-and-more", first: "hola", changed: "No me escriban más. ¿Cuánto debo?", optOuts: 1, holds: [] },
  { id: "not-me", first: "Pagar ahora", changed: "Número equivocado", optOuts: 0, holds: ["wrong_person"] },
  { id: "stop-stays", first: "STOP", changed: "perdón, fue sin querer", optOuts: 1, holds: [] },
  { id: "less", first: "Pagar ahora", changed: "Ya pagué", optOuts: 0, holds: [] },
  { id: "deleted", first: "Pagar ahora", changed: null, optOuts: 0, holds: [] },
] as const;

let desk: PlannedDesk;
beforeAll(async () => {
  desk = await plannedDesk(CHANGES.map(({ id }, index) => ({ id, phone: phone(index), name: `Deudor ${id}` })));
  await desk.prepare();
  await desk.round();
  await desk.release();
  const messages = CHANGES.map(({ first }, index) =>
    desk.sandbox.playDebtor({ accountId: DEMO_ACCOUNT, phone: phone(index), text: first })!,
  );
  await desk.clock.runFor(20 * SECOND);
  for (const [index, { changed }] of CHANGES.entries()) {
    const { id, conversationId } = messages[index]!;
    if (changed !== null) desk.sandbox.editMessage(DEMO_ACCOUNT, id, changed);
    else await desk.agent(`conversations/${desk.sandbox.conversations.must(conversationId).displayId}/messages/${id}`, {}, "DELETE");
  }
  await desk.clock.runFor(20 * SECOND);
});
afterAll(() => desk?.close());

const phone = (index: number) => `+57300555${4201 + index}`;

test.each(CHANGES)("$id", async ({ id, optOuts, holds }) => {
  const { id: debtorId } = await desk.debtor(id);
  const of = (sql: string) => desk.db.rows<{ reason: string }>(sql, [desk.account.id, debtorId]);
  expect(await of("select source from opt_out where account_id = ? and debtor_id = ?")).toHaveLength(optOuts);
  const held = await of("select reason from hold where account_id = ? and debtor_id = ? and released_at is null order by id");
  expect(held.map(({ reason }) => reason)).toEqual(holds);
});

test("the change is on the record, once, and nothing else of it is", async () => {
  const told = await desk.journal("reply.edited");
  const intents = told.map(({ payload }) => String(payload["intent"]));
  expect(intents.toSorted()).toEqual(["opt_out", "opt_out", "opt_out", "wrong_person"]);
});

test("the opt-out is confirmed once", () => {
  const confirmations = desk.sent().filter(({ content }) => /no le enviará más recordatorios/.test(content));
  expect(new Set(confirmations.map(({ conversationId }) => conversationId)).size).toBe(confirmations.length);
  expect(confirmations).toHaveLength(4);
});
