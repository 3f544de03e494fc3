import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { DEMO_ACCOUNT } from "../../../server/demo/demo-installation.js";
import type { DeliveryProfile } from "../../../server/sandbox/whatsapp/profiles.js";
import { SECOND } from "../../../server/shared/instant.js";
import { plannedDesk, type PlannedDesk } from "../support/planned-desk.js";

const PHONE = "+57300555";
const stopped = { code: 131050, title: "User has stopped receiving marketing messages" };

/** What WhatsApp says of the reminder, or of what follows it, and whether the debtor objects with it. */
const WAYS: readonly { id: string; profile?: Partial<DeliveryProfile>; later?: (messageId: number) => void; objects: boolean }[] = [
  { id: "by-status", profile: { reaches: "failed", failure: stopped }, objects: true },
  { id: "at-once", profile: { refusal: "(#131050) User has stopped receiving marketing messages" }, objects: true },
  {
    id: "after-reading",
    later: (id) => {
      desk.sandbox.receipt(DEMO_ACCOUNT, id, "read");
      desk.sandbox.receipt(DEMO_ACCOUNT, id, "failed", stopped);
    },
    objects: true,
  },
  {
    id: "before-reading",
    profile: { reaches: "accepted" },
    later: (id) => {
      desk.sandbox.receipt(DEMO_ACCOUNT, id, "failed", stopped);
      desk.sandbox.receipt(DEMO_ACCOUNT, id, "read");
    },
    objects: true,
  },
  { id: "not-on-whatsapp", profile: { reaches: "failed", failure: { code: 131026, title: "Message undeliverable" } }, objects: false },
  { id: "limited", profile: { refusal: "(#131049) This message was not delivered" }, objects: false },
  { id: "longer-number", profile: { reaches: "failed", failure: { code: 1310500, title: "Nobody knows" } }, objects: false },
  { id: "in-passing", profile: { refusal: "Unexpected answer, 131050 bytes read" }, objects: false },
];

let desk: PlannedDesk;
beforeAll(async () => {
  desk = await plannedDesk(WAYS.map(({ id }, index) => ({ id, name: `Deudor ${id}`, phone: `${PHONE}${3001 + index}` })));
  for (const [index, { profile }] of WAYS.entries()) desk.sandbox.profiles.forPhone(`${PHONE}${3001 + index}`, profile ?? {});
  await desk.prepare();
  await desk.round();
  await desk.clock.runFor(40 * SECOND);
  for (const { id, later } of WAYS) later?.((await message(id)).host_message_id);
  await desk.clock.runFor(40 * SECOND);
});
afterAll(() => desk?.close());

const message = async (externalId: string) => {
  const rows = await desk.db.rows<{ host_message_id: number; state: string; error_code: string | null }>(
    "select host_message_id, state, error_code from outbox_message where account_id = ? and debtor_id = ? order by id",
    [desk.account.id, (await desk.debtor(externalId)).id],
  );
  return rows[0]!;
};
const optOuts = async (externalId: string) =>
  desk.db.rows("select channel, source from opt_out where account_id = ? and debtor_id = ? and ended_at is null", [
    desk.account.id,
    (await desk.debtor(externalId)).id,
  ]);

test.each(WAYS.filter(({ objects }) => objects))("$id: the channel is closed, once, in the debtor's name", async ({ id }) => {
  expect(await optOuts(id)).toEqual([{ channel: "whatsapp", source: "whatsapp" }]);
  const { id: debtorId } = await desk.debtor(id);
  const told = (await desk.journal("opt_out.recorded", "consent.withdrawn")).filter((record) => record.debtor_id === debtorId);
  expect(told.map(({ type }) => type)).toEqual(["opt_out.recorded", "consent.withdrawn"]);
  const [point] = await desk.db.rows("select consent, consent_source from contact_point where account_id = ? and debtor_id = ?", [
    desk.account.id,
    debtorId,
  ]);
  expect(point).toEqual({ consent: "withdrawn", consent_source: "whatsapp_stop" });
});

test.each(WAYS.filter(({ objects }) => !objects))("$id: no other code and no number in the text is an objection", async ({ id }) => {
  expect(await optOuts(id)).toEqual([]);
});

test("who read the message was reached, whatever is told afterwards", async () => {
  expect(await message("after-reading")).toMatchObject({ state: "read" });
  expect(await message("before-reading")).toMatchObject({ state: "read" });
});

test("a refusal at once carries its code as a later one does", async () => {
  expect(await message("at-once")).toMatchObject({ state: "failed", error_code: "131050" });
  expect(await message("limited")).toMatchObject({ state: "failed", error_code: "131049" });
  expect(await message("by-status")).toMatchObject({ state: "failed", error_code: "131050" });
});

test("who stops what another bot of the helpdesk writes has objected as well", async () => {
  const who = WAYS.findIndex(({ id }) => id === "limited");
  desk.sandbox.profiles.forPhone(`${PHONE}${3001 + who}`, { refusal: "(#131050) User has stopped receiving marketing messages" });
  const [bot] = desk.sandbox.world.agentBots.where(() => true);
  const id = desk.sandbox.world.agentBots.nextId();
  desk.sandbox.world.agentBots.insert({ ...bot!, id, name: "Encuestas", accessToken: "bot-of-somebody-else" });
  const row = await desk.db.row<{ conversation_id: number }>(
    "select conversation_id from host_conversation where account_id = ? and debtor_id = ?",
    [desk.account.id, (await desk.debtor("limited")).id],
  );
  const survey = { content: "¿Cómo le fue?", template_params: { name: "encuesta", language: "es" } };
  await desk.agent(`conversations/${row?.conversation_id}/messages`, survey, "POST", "bot-of-somebody-else");
  expect(await optOuts("limited")).toEqual([{ channel: "whatsapp", source: "whatsapp" }]);
});
