import { afterEach, expect, test } from "@jest/globals";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, openDesk } from "../../support/desk.js";

let desk: Desk;
afterEach(() => desk?.close());

const stateOf = async () =>
  (await desk.db.rows<{ state: string }>("select state from outbox_message where account_id = ?", [desk.account.id]))[0]?.state;

async function lateBy(ms: number, environment: Record<string, string> = {}): Promise<void> {
  desk = await openDesk({ debts: debtsFile([{}]), environment });
  // Webhooks are lost too: only the look itself can tell.
  desk.sandbox.faults.add({ kind: "webhook_lost" });
  desk.sandbox.faults.add({ kind: "executed_late", times: 1, ms });
  await desk.turnOn();
}

test("a request that the helpdesk executes 90 seconds late is found, not given up", async () => {
  await lateBy(90_000);
  await desk.clock.runFor(4 * 60_000);
  expect(["accepted", "at_whatsapp", "delivered", "read"]).toContain(await stateOf());
  expect(desk.sent()).toHaveLength(1);
});

test("with a settle time below the helpdesk's delay the same message would be believed absent: that is what the default protects from", async () => {
  await lateBy(90_000, { SALDO_SETTLE_MS: "5000", SALDO_SECOND_LOOK_MS: "5000" });
  await desk.clock.runFor(60_000);
  expect(await stateOf()).toBe("unsent");
  await desk.clock.runFor(120_000);
  // Even then nothing goes out twice: absent means not sent again.
  expect(desk.sent()).toHaveLength(1);
});

test("a listing that lags is asked twice before absence is believed", async () => {
  desk = await openDesk({ debts: debtsFile([{}]) });
  desk.sandbox.faults.add({ kind: "webhook_lost" });
  desk.sandbox.faults.add({ kind: "error_500_after", times: 1 });
  desk.sandbox.faults.add({ kind: "listing_lag", ms: 150_000 });
  await desk.turnOn();
  await desk.clock.runFor(6 * 60_000);
  expect(["accepted", "at_whatsapp", "delivered", "read"]).toContain(await stateOf());
});
