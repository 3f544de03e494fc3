import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Conversations } from "../../../server/modules/host/index.js";
import { DAY, MINUTE } from "../../../server/shared/instant.js";
import type { ConversationRecord } from "../../../server/sandbox/state/records.js";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, FRIDAY_TEN, openDesk } from "../../support/desk.js";
import { endStates, UNTOUCHED } from "./support.js";

const PHONES = {
  stopped: "+573005550001",
  resolved: "+573005550002",
  disputed: "+573005550003",
  stranger: "+573005550004",
  wouldPay: "+573005550005",
  talkative: "+573005550006",
  silent: "+573005550007",
  lifted: "+573005550008",
} as const;
type Who = keyof typeof PHONES;

let desk: Desk;
const conversationOf = (phone: string): ConversationRecord => {
  const { world } = desk.sandbox;
  const contact = world.contacts.find((row) => row.phoneNumber === phone)!;
  return world.conversationsOf(contact.id).at(-1)!;
};
const write = (who: Who, text: string) => desk.sandbox.playDebtor({ accountId: 1, phone: PHONES[who], text })!;

/** A helpdesk with a year of history, connected today. Nobody in it was a debtor when they wrote. */
beforeAll(async () => {
  desk = await openDesk({ start: FRIDAY_TEN - 300 * DAY });
  await desk.restart(async () => {
    write("stopped", "PARAR");
    write("resolved", "No me escriban más");
    conversationOf(PHONES.resolved).status = "resolved";
    write("disputed", "No estoy de acuerdo");
    write("stranger", "Número equivocado");
    write("wouldPay", "Pagar ahora");
    write("lifted", "PARAR");
    write("talkative", "Stop");
    // More than the helpdesk gives at once.
    for (let message = 1; message <= 1_100; message++) {
      write("talkative", `¿Tienen la nevera ${message}?`);
      if (message % 100 === 0) await desk.clock.runFor(2 * MINUTE);
    }
    await desk.clock.runUntil(FRIDAY_TEN - MINUTE);
  });
  await desk.clock.runFor(MINUTE);
  const debts = Object.entries(PHONES).map(([id, phone]) => ({ id, phone }));
  await desk.admin.call("POST", "/api/imports", { kind: "debts", fileName: "debts.csv", text: debtsFile(debts) });
  await desk.clock.runFor(5_000);
  await desk.turnOn();
  await desk.clock.runFor(2 * MINUTE);
});
afterAll(() => desk?.close());

test("an objection counts whenever it was written, in an open or a resolved conversation, however much followed", async () => {
  const states = await endStates(desk);
  for (const who of ["stopped", "resolved", "talkative", "lifted"] as const) {
    expect([who, states[who]]).toEqual([who, { ...UNTOUCHED, optedOut: true }]);
  }
});

test("a dispute and a wrong person call somebody, and nobody is answered so long after", async () => {
  const states = await endStates(desk);
  expect(states["disputed"]).toEqual({ ...UNTOUCHED, holds: ["dispute"], cases: ["dispute"] });
  expect(states["stranger"]).toMatchObject({ cases: ["wrong_person"], answers: [], reminders: 0 });
  expect(states["stranger"]?.holds).toContain("wrong_person");
  const waiting = await desk.db.rows<{ since: number }>("select waiting_since as since from escalation where account_id = ?", [
    desk.account.id,
  ]);
  // Nobody is late for what nobody could hear.
  for (const { since } of waiting) expect(since).toBeGreaterThanOrEqual(FRIDAY_TEN);
});

test("a year-old wish to pay is no reason to write, and nothing to hold back for", async () => {
  const states = await endStates(desk);
  for (const who of ["wouldPay", "silent"]) expect([who, states[who]]).toEqual([who, { ...UNTOUCHED, reminders: 1 }]);
});

test("the words are on record as theirs, once, and an objection that a person lifted is not found again", async () => {
  const records = () =>
    desk.db.rows<{ n: number }>(
      "select count(*) as n from journal_record r join debtor d on d.account_id = r.account_id and d.id = r.debtor_id where r.account_id = ? and r.type = 'reply.received' and d.external_id = 'lifted'",
      [desk.account.id],
    );
  expect(await records()).toEqual([{ n: 1 }]);
  const { id } = (await desk.db.row<{ id: number }>("select id from debtor where account_id = ? and external_id = 'lifted'", [
    desk.account.id,
  ]))!;
  await desk.db.inUnitOfWork("test", async () => {
    const ofLifted = "where account_id = ? and debtor_id = ?";
    await desk.db.run(`update opt_out set ended_at = ? ${ofLifted}`, [desk.clock.now(), desk.account.id, id]);
    // As if it were connected again.
    await desk.db.run(`update host_conversation set history_read_at = null ${ofLifted}`, [desk.account.id, id]);
  });
  await desk.app.get(Conversations).ensure(desk.account.id, id, { phone: PHONES.lifted, name: "Marisol", identifier: "lifted" });
  expect(await records()).toEqual([{ n: 1 }]);
  expect((await endStates(desk))["lifted"]).toMatchObject({ optedOut: false });
});
