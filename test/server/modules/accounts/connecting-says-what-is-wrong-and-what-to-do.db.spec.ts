import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { AccountDirectory } from "../../../../server/modules/accounts/index.js";
import { MINUTE } from "../../../../server/shared/instant.js";
import { AGENT, type Desk, openDesk } from "../host/support/desk.js";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({}, "none");
});
/** Failed attempts are limited. */
beforeEach(() => desk.clock.runFor(16 * MINUTE));
afterAll(() => desk.close());

test.each([
  ["an agent's token", { accessToken: AGENT }, 403, "account.not_an_administrator", "accessToken"],
  ["a token nobody has", { accessToken: "no-such-token" }, 401, "host.access_token_refused", "accessToken"],
  ["another account's number", { hostAccountId: 2 }, 403, "host.not_a_member", "accessToken"],
  ["an inbox that is not there", { inboxId: 99 }, 422, "account.inbox_unknown", "inboxId"],
  ["a zone that is none", { zone: "Bogota" }, 422, "account.zone_unknown", "zone"],
  ["clear text to another machine", { hostUrl: "http://93.184.215.14" }, 422, "host.address_refused", "hostUrl"],
  ["a private address nobody allowed", { hostUrl: "https://10.1.2.3" }, 422, "host.address_refused", "hostUrl"],
  ["cloud metadata", { hostUrl: "http://169.254.169.254" }, 422, "host.address_refused", "hostUrl"],
  ["loopback in disguise", { hostUrl: "https://[::ffff:127.0.0.1]" }, 422, "host.address_refused", "hostUrl"],
  ["a payment page that is no address", { paymentUrl: "pagos" }, 422, "input.invalid", "paymentUrl"],
  [
    "a declaration that was not made",
    { declaration: { acceptedBy: "Laura", ownReceivables: true, whatsappPolicyRead: false, consentHeld: true } },
    422,
    "input.invalid",
    "declaration.whatsappPolicyRead",
  ],
])("%s", async (_what, overrides, status, code, field) => {
  const answer = await desk.connect(overrides);
  expect(answer).toMatchObject({ status, body: { code, remedy: expect.any(String), fields: [{ field }] } });
  expect(await desk.app.get(AccountDirectory).list()).toEqual([]);
});

test("several WhatsApp inboxes: the error lists them", async () => {
  const { inboxes } = desk.sandbox.world;
  const first = inboxes.must(1);
  const second = inboxes.insert({ ...first, id: inboxes.nextId(), name: "Cobranza jurídica", phoneNumber: "+576015550111" });
  const answer = await desk.connect();
  expect(answer).toMatchObject({ status: 422, body: { code: "account.several_inboxes", fields: [{ field: "inboxId" }] } });
  expect(answer.body["message"]).toContain(`1 (Cobranza WhatsApp, +576015550100), ${second.id} (Cobranza jurídica, +576015550111)`);
  expect((await desk.connect({ inboxId: second.id })).status).toBe(200);
});

test("a step that fails in the helpdesk is reported, the others are done, and connecting again repairs it", async () => {
  desk.sandbox.faults.add({ kind: "error_500_before", match: "/dashboard_apps" });
  const second = desk.sandbox.world.inboxes.find((row) => row.name === "Cobranza jurídica")!;
  const broken = await desk.connect({ inboxId: second.id });
  expect(broken.body["steps"]).toContainEqual(
    expect.objectContaining({ step: "tab", done: false, detail: expect.stringContaining("500") }),
  );
  expect((broken.body["steps"] as { done: boolean }[]).filter((step) => step.done)).toHaveLength(5);
  desk.sandbox.faults.clear();
  const repaired = await desk.connect({ inboxId: second.id });
  expect((repaired.body["steps"] as { done: boolean }[]).every((step) => step.done)).toBe(true);
});
