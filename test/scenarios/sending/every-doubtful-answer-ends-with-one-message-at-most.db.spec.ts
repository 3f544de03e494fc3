import { afterEach, expect, test } from "@jest/globals";
import type { FaultKind } from "../../../server/sandbox/index.js";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, openDesk } from "../../support/desk.js";

let desk: Desk;
afterEach(() => desk?.close());

const CASES: readonly { readonly fault: FaultKind; readonly arrives: boolean; readonly ends: readonly string[] }[] = [
  { fault: "response_lost_after", arrives: true, ends: ["accepted", "at_whatsapp", "delivered", "read"] },
  { fault: "error_422_after", arrives: true, ends: ["accepted", "at_whatsapp", "delivered", "read"] },
  { fault: "error_500_before", arrives: false, ends: ["unsent"] },
  { fault: "request_lost", arrives: false, ends: ["unsent"] },
];

for (const { fault, arrives, ends } of CASES) {
  test(`${fault}: ${arrives ? "the one message is found" : "it is proven absent and not sent again"}`, async () => {
    desk = await openDesk({ debts: debtsFile([{}]) });
    desk.sandbox.faults.add({ kind: fault, times: 1 });
    await desk.turnOn();
    await desk.clock.runFor(15 * 60_000);
    const [row] = await desk.db.rows<{ state: string }>("select state from outbox_message where account_id = ?", [desk.account.id]);
    expect(ends).toContain(row?.state);
    expect(desk.sent()).toHaveLength(arrives ? 1 : 0);
  });
}

test("throttled_429: proven not created, so it is tried again, with the same ref and one message in the end", async () => {
  desk = await openDesk({ debts: debtsFile([{}]) });
  desk.sandbox.faults.add({ kind: "throttled_429", times: 1 });
  await desk.turnOn();
  await desk.clock.runFor(15 * 60_000);
  expect(desk.sent()).toHaveLength(1);
  const attempts = await desk.db.rows<{ counts: number }>("select counts from contact_attempt where account_id = ?", [desk.account.id]);
  expect(attempts).toEqual([{ counts: 1 }]);
});
