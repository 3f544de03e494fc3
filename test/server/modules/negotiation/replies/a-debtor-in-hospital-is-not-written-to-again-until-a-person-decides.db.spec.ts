import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { request } from "undici";
import { DAY, MINUTE } from "../../../../../server/shared/instant.js";
import { TOKENS } from "../../../../support/desk.js";
import { promisingDesk, type PromisingDesk } from "../support/promising-desk.js";

let desk: PromisingDesk;
let conversationId: number;
beforeAll(async () => {
  desk = await promisingDesk(["ill", "well"]);
  await desk.turnOn();
  await desk.passTo(desk.clock.now() + MINUTE);
  const [ill] = await rows<{ conversation_id: number }>(
    "select c.conversation_id from host_conversation c join debtor d on d.account_id = c.account_id and d.id = c.debtor_id where c.account_id = ? and d.external_id = 'D-ill'",
  );
  conversationId = ill!.conversation_id;
});
afterAll(() => desk?.close());

const rows = <T extends object>(sql: string) => desk.db.rows<T>(sql, [desk.account.id]);
const reminders = async (who: string) => (await desk.journal(who)).filter((type) => type === "message.accepted").length;
const byAgent = (path: string, body: object) =>
  desk.clock.during(async () => {
    const address = `${desk.sandbox.url}/api/v1/accounts/1/conversations/${conversationId}/${path}`;
    const headers = { "content-type": "application/json", api_access_token: TOKENS.agent };
    await (await request(address, { method: "POST", headers, body: JSON.stringify(body) })).body.dump();
  });

test("what she writes is understood, a person is called, and the record says by which rule, not what she wrote", async () => {
  desk.sandbox.playDebtor({ accountId: 1, conversationId, text: "estoy hospitalizada con cáncer" });
  await desk.passTo(desk.clock.now() + MINUTE);
  expect(await rows("select intent from inbound_message where account_id = ?")).toEqual([{ intent: "illness" }]);
  expect(await rows("select reason from escalation where account_id = ?")).toEqual([{ reason: "illness" }]);
  expect(await desk.holds("ill")).toEqual(["illness"]);
  const [record] = await rows<{ payload: string }>("select payload from journal_record where account_id = ? and type = 'reply.received'");
  expect(record!.payload).toMatch(/"rule":"es\/illness\/\d+"/);
  expect(record!.payload).not.toContain("hospital");
});

test("an agent's answer and the resolved conversation end nothing: the case stays until a person has decided", async () => {
  await byAgent("messages", { content: "Lo sentimos mucho. Que se mejore." });
  await byAgent("toggle_status", { status: "resolved" });
  await desk.passTo(desk.clock.now() + MINUTE);
  expect(await rows("select open_slot from escalation where account_id = ?")).toEqual([{ open_slot: 1 }]);
  expect(await desk.holds("ill")).toEqual(["illness"]);
});

test("for weeks only the other debtor is reminded", async () => {
  const before = { ill: await reminders("ill"), well: await reminders("well") };
  for (let at = Date.parse("2026-11-21T15:00:00Z"); at <= Date.parse("2026-12-10T15:00:00Z"); at += DAY) {
    await desk.passTo(at);
    await desk.passTo(at + MINUTE);
  }
  expect(await reminders("well")).toBeGreaterThan(before.well);
  // The confirmation that a person will answer was the last she got.
  expect(await reminders("ill")).toBe(before.ill);
});
