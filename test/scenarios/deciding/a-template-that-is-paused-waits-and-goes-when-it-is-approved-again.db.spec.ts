import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { MINUTE } from "../../../server/shared/instant.js";
import { plannedDesk, type PlannedDesk } from "../support/planned-desk.js";

let desk: PlannedDesk;
beforeAll(async () => {
  desk = await plannedDesk([{}]);
  await desk.prepare();
});
afterAll(() => desk?.close());

async function meta(status: "PAUSED" | "APPROVED"): Promise<void> {
  for (const template of desk.sandbox.templates.list("100000000000001")) desk.sandbox.templates.setStatus(template, status);
  // The helpdesk reads Meta's list on its own time; the second sync finds what it read.
  await desk.admin.call("POST", "/api/templates/sync", {});
  await desk.clock.runFor(5_000);
  await desk.admin.call("POST", "/api/templates/sync", {});
  await desk.clock.runFor(1_000);
}

test("Meta pauses the template after the message was planned: it waits and says why", async () => {
  expect(await desk.planned()).toMatchObject([{ state: "planned", verdict: "allow" }]);
  await meta("PAUSED");
  await desk.round();
  await desk.round();
  expect(desk.sent()).toEqual([]);
  expect(await desk.planned()).toMatchObject([{ state: "planned", reason: "template_not_sendable" }]);
  expect(await desk.journal("message.deferred")).toMatchObject([{ payload: { reason: "template_not_sendable" } }]);
});

test("waiting on costs neither further records nor an attempt against the caps", async () => {
  for (let round = 0; round < 3; round++) {
    await desk.clock.runFor(11 * MINUTE);
    await desk.round();
  }
  expect(await desk.journal("message.deferred")).toHaveLength(1);
  expect(await desk.db.rows("select id from contact_attempt where account_id = ?", [desk.account.id])).toEqual([]);
});

test("approved again within the step's days, it goes out once", async () => {
  await meta("APPROVED");
  await desk.round();
  await desk.round();
  await desk.clock.runFor(MINUTE);
  expect(desk.sent()).toHaveLength(1);
  expect((await desk.planned()).map(({ state }) => state)).toEqual([expect.stringMatching(/accepted|at_whatsapp|delivered|read/)]);
});
