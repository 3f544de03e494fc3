import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { CadencesService } from "../../../../server/modules/cadences/index.js";
import { addDays } from "../../../../server/shared/calendar.js";
import { debtsFile } from "../../../support/debts-file.js";
import { type Desk, openDesk } from "../../../support/desk.js";
import { planDays, plannedMessages } from "./support/planned-days.js";

const TODAY = "2026-11-20";

let desk: Desk;
beforeAll(async () => {
  const ages = [-2, 0, 5, 12, 20, 35, 50, 70, 95, 125, 155];
  const debts = ages.map((age, index) => ({ id: `C-${index}`, reference: `R-${index}`, dueDate: addDays(TODAY, -age) }));
  desk = await openDesk({ debts: debtsFile(debts), environment: { SALDO_POLL_MS: "86400000" } });
});
afterAll(() => desk?.close());

test("what the one cadence had planned is not planned again by the five that take its place", async () => {
  const before = await plannedMessages(desk);
  expect(before).toHaveLength(11);
  // As such an account was left: one version under the key `default`, messages that name no cadence.
  await desk.db.inUnitOfWork("test", async () => {
    await desk.db.run("update outbox_message set cadence_key = null where account_id = ?", [desk.account.id]);
    await desk.db.run("delete from cadence where account_id = ?", [desk.account.id]);
    await desk.db.run("delete from cadence_version where account_id = ?", [desk.account.id]);
    const steps = JSON.stringify([{ id: "d1_30.day_12", stage: "d1_30", offsetDays: 12, graceDays: 3, template: "saldo_d1_30_reminder" }]);
    const row = { account_id: desk.account.id, cadence_key: "default", version: 1, steps, published_at: 1 };
    await desk.db.insert("cadence_version", [row]);
  });
  await planDays(desk, [TODAY, addDays(TODAY, 1)]);
  const after = await plannedMessages(desk);
  expect(after.map(({ debtor, step, anchor }) => `${debtor} ${step} ${anchor}`)).toEqual(
    before.map(({ debtor, step, anchor }) => `${debtor} ${step} ${anchor}`),
  );
  const inForce = await desk.db.rows<{ cadence_key: string }>("select cadence_key from cadence where account_id = ? order by priority", [
    desk.account.id,
  ]);
  expect(inForce.map((row) => row.cadence_key)).toEqual(["d91_plus", "d31_90", "d1_30", "due", "pre_due"]);
});

test("two processes that carry it over at once publish each cadence once", async () => {
  await desk.db.inUnitOfWork("test", async () => {
    await desk.db.run("delete from cadence where account_id = ?", [desk.account.id]);
    await desk.db.run("delete from cadence_version where account_id = ?", [desk.account.id]);
  });
  await Promise.all([1, 2, 3].map(() => desk.app.get(CadencesService, { strict: false }).planDay(desk.account.id, TODAY)));
  const rows = await desk.db.rows("select id from cadence_version where account_id = ?", [desk.account.id]);
  expect(rows).toHaveLength(5);
});
