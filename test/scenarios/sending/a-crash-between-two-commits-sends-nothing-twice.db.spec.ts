import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { AccountDirectory } from "../../../server/modules/accounts/index.js";
import { HostApi } from "../../../server/modules/host/index.js";
import { DueClaims } from "../../../server/modules/outbox/dispatch/due-claims.service.js";
import type { Claimed } from "../../../server/modules/outbox/dispatch/intents.service.js";
import { Outcomes } from "../../../server/modules/outbox/dispatch/outcomes.service.js";
import { Preparation } from "../../../server/modules/outbox/dispatch/preparation.service.js";
import { Reconciler } from "../../../server/modules/outbox/reconciler.service.js";
import { Sender } from "../../../server/modules/outbox/dispatch/sender.service.js";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, openDesk } from "../../support/desk.js";

let desk: Desk;
beforeEach(async () => {
  // No polls: the test is the worker, and it stops where a crash would stop it.
  desk = await openDesk({ debts: debtsFile([{}]), environment: { SALDO_POLL_MS: "86400000" } });
  // Not through the panel: turning on wakes the dispatcher, and here nobody but the test may claim.
  await desk.db.inUnitOfWork("test", () => desk.db.run("update account set dispatch_enabled = 1 where id = ?", [desk.account.id]));
});
afterEach(() => desk?.close());

const get = <T>(token: abstract new (...args: never[]) => T): T => desk.app.get(token as never, { strict: false });

async function claimOne(): Promise<Claimed> {
  const account = await get(AccountDirectory).get(desk.account.id);
  await get(Preparation).prepare(account, 10);
  const { claimed } = await get(DueClaims).take(desk.account.id, 10, "worker-that-crashes");
  expect(claimed).toHaveLength(1);
  return claimed[0]!;
}

async function post(claimed: Claimed) {
  const access = await get(AccountDirectory).senderAccess(desk.account.id);
  const { composed, conversationId, ref } = claimed;
  return get(HostApi).postMessage(
    access,
    { conversationId, content: composed.text, ref, ...(composed.template ? { template: composed.template } : {}) },
    10_000,
  );
}

const row = async () =>
  (
    await desk.db.rows<{ state: string; attempt_no: number }>("select state, attempt_no from outbox_message where account_id = ?", [
      desk.account.id,
    ])
  )[0];

async function settle(): Promise<void> {
  for (let minutes = 0; minutes < 6; minutes++) {
    await desk.clock.runFor(60_000);
    await get(Reconciler).look(desk.account.id);
  }
}

test("before the claim commits: nothing happened, the next worker sends it once", async () => {
  expect(await row()).toMatchObject({ state: "planned", attempt_no: 0 });
  const claimed = await claimOne();
  await get(Outcomes).record(desk.account.id, { claimed, outcome: await post(claimed) });
  await settle();
  expect(desk.sent()).toHaveLength(1);
});

test("after the claim and before the request: it is proven absent, on record, and not sent", async () => {
  await claimOne();
  expect(await row()).toMatchObject({ state: "sending" });
  await settle();
  expect(await row()).toMatchObject({ state: "unsent" });
  expect(desk.sent()).toHaveLength(0);
});

test("after the request and before the outcome is written: the reconciler finds it by its ref", async () => {
  await post(await claimOne());
  desk.sandbox.faults.add({ kind: "webhook_lost" });
  await settle();
  expect(["accepted", "at_whatsapp", "delivered", "read"]).toContain((await row())?.state);
  expect(desk.sent()).toHaveLength(1);
});

test("a frozen worker that wakes after the reconciler decided cannot overwrite the decision", async () => {
  const claimed = await claimOne();
  await settle();
  expect(await row()).toMatchObject({ state: "unsent" });
  await get(Outcomes).record(desk.account.id, { claimed, outcome: { kind: "not_created", reason: "throttled", status: 429 } });
  expect(await row()).toMatchObject({ state: "unsent" });
});

test("a frozen worker that wakes after its deadline does not send at all", async () => {
  const claimed = await claimOne();
  await desk.clock.runFor(25_000);
  const account = await get(AccountDirectory).get(desk.account.id);
  const outcomes: string[] = [];
  await get(Sender).sendAll(
    account,
    [claimed],
    async ({ outcome }) => void outcomes.push("reason" in outcome ? outcome.reason : outcome.kind),
  );
  expect(outcomes).toEqual(["not_sent"]);
  expect(desk.sent()).toHaveLength(0);
});

test("a look that dies before its commit is simply made again", async () => {
  await post(await claimOne());
  await desk.clock.runFor(150_000);
  await Promise.all([get(Reconciler).look(desk.account.id), get(Reconciler).look(desk.account.id)]);
  await get(Reconciler).look(desk.account.id);
  expect(["accepted", "at_whatsapp", "delivered", "read"]).toContain((await row())?.state);
  expect(desk.sent()).toHaveLength(1);
});
