import { afterEach, expect, test } from "@jest/globals";
import type { Hearing } from "../../../server/contract/accounts.contract.js";
import { HOUR, MINUTE, SECOND } from "../../../server/shared/instant.js";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, FRIDAY_TEN, openDesk } from "../../support/desk.js";
import { endStates, UNTOUCHED } from "./support.js";

const EARLY = FRIDAY_TEN - 4 * HOUR;
const ANA = "+573005550001";
const INBOX = 1;

let desk: Desk;
afterEach(() => desk?.close());

/** Two debtors who are due within the hour. */
async function dueSoon(): Promise<void> {
  desk = await openDesk({
    start: EARLY,
    debts: debtsFile([
      { id: "ana", phone: ANA },
      { id: "beto", phone: "+573005550002" },
    ]),
  });
  await desk.turnOn();
}

const hearing = async () => (await desk.admin.call<{ hearing: Hearing }>("GET", "/api/account")).hearing;
const journal = (type: string) =>
  desk.db
    .rows<{ payload: string }>("select payload from journal_record where account_id = ? and type = ? order by seq", [desk.account.id, type])
    .then((rows) => rows.map((row) => JSON.parse(row.payload) as Record<string, unknown>));

test.each(["reauthorise", "gone", "not_whatsapp"] as const)(
  "an inbox that is %s: nobody is reminded, the panel says so, and the journal is told once",
  async (state) => {
    await dueSoon();
    await desk.clock.runFor(10 * MINUTE);
    desk.sandbox.setInbox(INBOX, state);
    await desk.clock.runUntil(FRIDAY_TEN);
    expect(await endStates(desk)).toEqual({ ana: UNTOUCHED, beto: UNTOUCHED });
    expect(await hearing()).toMatchObject({ inbox: { state }, lost: { until: null } });
    expect(await journal("host.inbox_closed")).toEqual([{ inbox: INBOX, state }]);
  },
);

test("what a person reads in the helpdesk, who wrote before is answered, and once it takes words again they are read first", async () => {
  await dueSoon();
  const first = desk.sandbox.playDebtor({ accountId: 1, phone: ANA, text: "Pagar ahora" })!;
  await desk.clock.runFor(10 * SECOND);
  desk.sandbox.faults.add({ kind: "webhook_lost" });
  desk.sandbox.playDebtor({ accountId: 1, phone: ANA, text: "Pagar ahora" });
  desk.sandbox.setInbox(INBOX, "reauthorise");
  await desk.clock.runFor(2 * MINUTE);
  // Written before, found by the listing, and answered: who asked has their way out.
  expect((await endStates(desk))["ana"]).toEqual({ ...UNTOUCHED, answers: ["pay_link", "pay_link"] });
  // The helpdesk drops it.
  expect(desk.sandbox.playDebtor({ accountId: 1, phone: ANA, text: "PARAR" })).toBeNull();
  await desk.clock.runUntil(FRIDAY_TEN);
  expect((await endStates(desk))["beto"]).toEqual(UNTOUCHED);

  desk.sandbox.setInbox(INBOX, "open");
  // Between the mending and Saldo's next look; told by the listing alone.
  desk.sandbox.playDebtor({ accountId: 1, phone: ANA, text: "No me escriban más" });
  await desk.clock.runFor(MINUTE + SECOND);
  await desk.clock.runFor(MINUTE);
  expect(await endStates(desk)).toEqual({
    ana: { ...UNTOUCHED, optedOut: true, answers: ["opt_out_confirmed", "pay_link", "pay_link"] },
    beto: { ...UNTOUCHED, reminders: 1 },
  });
  const { inbox, lost } = await hearing();
  expect(inbox).toBeNull();
  expect(Date.parse(lost!.from)).toBeLessThanOrEqual(EARLY + 2 * MINUTE);
  expect(Date.parse(lost!.until!)).toBeGreaterThanOrEqual(FRIDAY_TEN);
  expect(await journal("host.inbox_opened")).toMatchObject([{ inbox: INBOX, state: "reauthorise" }]);
  // In the conversation in which somebody wrote last, in the language of the desk.
  const told = desk.sandbox.messages.where((message) => message.private && message.conversationId === first.conversationId);
  expect(told.map(({ content }) => content)).toEqual([
    expect.stringContaining("volver a autorizar WhatsApp"),
    expect.stringContaining("vuelve a recibir mensajes"),
  ]);
});

test("an account that is connected while its inbox is closed sends nothing from the first hour on", async () => {
  desk = await openDesk({ start: EARLY });
  desk.sandbox.setInbox(INBOX, "reauthorise");
  await desk.restart(() => {});
  await desk.admin.call("POST", "/api/imports", { kind: "debts", fileName: "d.csv", text: debtsFile([{ id: "ana", phone: ANA }]) });
  await desk.clock.runFor(5 * SECOND);
  await desk.turnOn();
  await desk.clock.runUntil(FRIDAY_TEN);
  expect(await endStates(desk)).toEqual({ ana: UNTOUCHED });
});
