import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { HOUR, MINUTE } from "../../../server/shared/instant.js";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, openDesk } from "../../support/desk.js";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ debts: debtsFile([{}, {}]) });
});
afterAll(() => desk.close());

const states = () => desk.db.rows<{ state: string }>("select distinct state from outbox_message where account_id = ?", [desk.account.id]);

test.each([
  ["a day behind ours, as after ours stepped ahead", -26 * HOUR],
  ["a day ahead of ours, as after ours stepped back", 26 * HOUR],
])("while the helpdesk's clock is %s, nothing goes out and nothing is given up; when they agree, it goes out", async (_how, skew) => {
  const before = desk.sent().length;
  await desk.restart(() => {
    desk.sandbox.faults.clockSkewMs = skew;
    return Promise.resolve();
  });
  if (before === 0) await desk.turnOn();
  await desk.clock.runFor(2 * MINUTE);
  expect(desk.sent()).toHaveLength(before);
  if (before === 0) expect(await states()).toEqual([{ state: "planned" }]);
  desk.sandbox.faults.clear();
  await desk.clock.runFor(2 * MINUTE);
  expect(desk.sent()).toHaveLength(2);
});
