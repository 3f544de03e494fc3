import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { debtsFile } from "../support/debts-file.js";
import { type Desk, openDesk } from "../support/desk.js";

const REFUSED = 30;
let desk: Desk;
beforeAll(async () => {
  // Those without consent come first in the file, so that they would stand in the way of the one who may be written to.
  const withoutConsent = Array.from({ length: REFUSED }, (_, i) => ({ id: `N-${i}`, consent: "" as const }));
  desk = await openDesk({ debts: debtsFile([...withoutConsent, { id: "Y-1", name: "Paola Gil" }]) });
});
afterAll(() => desk?.close());

test("the panel says before anything is sent who may not be written to, why, and by which article", async () => {
  const today = await desk.today();
  expect(today.counts).toMatchObject({ allowed: 1, denied: REFUSED });
  expect(today.items.find((row) => row.state === "denied")?.decision?.sentence).toMatch(/Ley 2300 de 2023, art\. 2/);
});

test("when they fall due each refusal is journalled, and those who may be written to are not held up", async () => {
  await desk.turnOn();
  await desk.clock.runFor(30_000);
  expect(desk.sent()).toHaveLength(1);
  const denied = await desk.db.rows<{ payload: string }>(
    "select payload from journal_record where account_id = ? and type = 'message.denied'",
    [desk.account.id],
  );
  expect(denied).toHaveLength(REFUSED);
  for (const { payload } of denied) {
    expect(JSON.parse(payload)).toMatchObject({
      decision: {
        verdict: "deny",
        closed: expect.arrayContaining([expect.objectContaining({ source: expect.stringContaining("Ley 2300") })]),
      },
    });
  }
});

test("nobody was contacted in the helpdesk for a message that may not go", () => {
  expect(desk.sandbox.conversations.where(() => true)).toHaveLength(1);
});
