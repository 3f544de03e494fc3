import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { DEMO_ACCOUNT } from "../../../server/demo/demo-installation.js";
import { SECOND } from "../../../server/shared/instant.js";
import { BlockWatch } from "../../../server/modules/host/block-watch.service.js";
import { plannedDesk, type PlannedDesk } from "../support/planned-desk.js";

/** How it becomes known that the contact is blocked, before the reminder is due to leave. */
const WAYS = {
  /** The helpdesk's word at the moment of blocking. */
  told: "+573005554401",
  /** That word was lost; another event of the conversation carries it. */
  "in-passing": "+573005554402",
  /** Blocked when Saldo had no conversation yet, and told of it. */
  "before-we-met": "+573005554403",
  /** Blocked before Saldo was told of anything: found when the conversation is ensured. */
  unsaid: "+573005554404",
  /** Blocked, and unblocked again before the reminder. */
  released: "+573005554405",
  /** Blocked and released, and the second word was lost: the contact is read again. */
  "released-unsaid": "+573005554406",
  /** Another number of the same contact, merged by an agent, is what is known of. */
  merged: "+573005554407",
  survivor: "+573005554408",
  free: "+573005554409",
} as const;
type Who = keyof typeof WAYS;

let desk: PlannedDesk;
beforeAll(async () => {
  desk = await plannedDesk(Object.entries(WAYS).map(([id, phone]) => ({ id, phone, name: `Deudor ${id}` })));
  for (const who of ["before-we-met", "unsaid"] as const) {
    await desk.agent("contacts", { name: who, phone_number: WAYS[who], inbox_id: 1 });
    if (who === "unsaid") desk.sandbox.faults.add({ kind: "webhook_lost", events: ["contact_updated"], times: 1 });
    await block(who, true);
  }
  await desk.prepare();
  await block("told", true);
  await lost(() => block("in-passing", true));
  await desk.agent(`conversations/${conversationOf("in-passing")}/labels`, { labels: ["vip"] });
  await block("released", true);
  await block("released", false);
  await block("released-unsaid", true);
  await lost(() => block("released-unsaid", false));
  await desk.agent("actions/contact_merge", { base_contact_id: contactOf("survivor"), mergee_contact_id: contactOf("merged") });
  await block("survivor", true);
  // The job of every few minutes.
  await desk.clock.during(() => desk.app.get(BlockWatch, { strict: false }).check(desk.account.id));
  await desk.clock.runFor(20 * SECOND);
  await desk.round();
  await desk.clock.runFor(20 * SECOND);
});
afterAll(() => desk?.close());

const contactOf = (who: Who) => desk.sandbox.contacts.find((row) => row.phoneNumber === WAYS[who])?.id;
const conversationOf = (who: Who) =>
  desk.sandbox.conversations.find((row) => `+${desk.sandbox.world.contactInboxes.must(row.contactInboxId).sourceId}` === WAYS[who])
    ?.displayId;
const block = (who: Who, blocked: boolean) => desk.agent(`contacts/${contactOf(who)}`, { blocked }, "PATCH");
const lost = async (change: () => Promise<unknown>) => {
  desk.sandbox.faults.add({ kind: "webhook_lost", events: ["contact_updated"], times: 1 });
  await change();
};
const reached = () => new Set(desk.sandbox.graphRequests.map(({ to }) => `+${to}`));
const blocked = ["told", "in-passing", "before-we-met", "unsaid", "merged", "survivor"] as const;

test.each(blocked)("%s: nothing is sent, and the refusal stands on the record once", async (who) => {
  expect(reached()).not.toContain(WAYS[who]);
  const { id } = await desk.debtor(who);
  const told = (await desk.journal("number.blocked", "message.denied")).filter(({ debtor_id }) => debtor_id === id);
  expect(told.map(({ type }) => type)).toEqual(["number.blocked", "message.denied"]);
  expect(JSON.stringify(told.at(-1)?.payload)).toContain("SALDO/way_out");
});

test.each(["told", "in-passing", "before-we-met", "unsaid", "survivor"] as const)(
  "%s: a person is called, in a conversation that is open",
  async (who) => {
    const rows = await desk.db.rows<{ reason: string; conversation_id: number }>(
      "select reason, conversation_id from escalation where account_id = ? and debtor_id = ? and closed_at is null",
      [desk.account.id, (await desk.debtor(who)).id],
    );
    expect(rows).toEqual([{ reason: "blocked", conversation_id: conversationOf(who) }]);
    const conversation = desk.sandbox.world.conversation(DEMO_ACCOUNT, rows[0]!.conversation_id)!;
    expect(conversation.status).toBe("open");
    const notes = desk.sandbox.messages.where((message) => message.conversationId === conversation.id && message.private);
    expect(notes.map(({ content }) => content)).toEqual([expect.stringContaining("bloqueado")]);
  },
);

test("the panel shows them as blocked, with the reason", async () => {
  const { items } = await desk.admin.call<{ items: { id: string; externalId: string }[] }>("GET", "/api/debtors?limit=50&state=blocked");
  expect(new Set(items.map(({ externalId }) => externalId))).toEqual(new Set(blocked));
  const debtor = await desk.admin.call<{ contactPoints: object[] }>("GET", `/api/debtors/${(await desk.debtor("told")).public_id}`);
  expect(debtor.contactPoints).toEqual([expect.objectContaining({ channel: "whatsapp", usable: false, why: "blocked" })]);
});

test.each(["released", "released-unsaid", "free"] as const)("%s: the reminder goes out", async (who) => {
  expect(reached()).toContain(WAYS[who]);
  const { id } = await desk.debtor(who);
  const told = (await desk.journal("number.blocked", "number.unblocked")).filter(({ debtor_id }) => debtor_id === id);
  expect(told.map(({ type }) => type)).toEqual(who === "free" ? [] : ["number.blocked", "number.unblocked"]);
});

test("a debtor who is unblocked later is written to again", async () => {
  await block("told", false);
  const { id } = await desk.debtor("told");
  const told = (await desk.journal("number.unblocked")).filter(({ debtor_id }) => debtor_id === id);
  expect(told).toHaveLength(1);
  const outlook = await desk.admin.call<{ decision: { verdict: string; rules: { rule: string; verdict: string }[] } }>(
    "GET",
    `/api/debtors/${(await desk.debtor("told")).public_id}/outlook?lang=en`,
  );
  expect(outlook.decision.rules.find(({ rule }) => rule === "SALDO/way_out")).toMatchObject({ verdict: "pass" });
});
