import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { MINUTE } from "../../../../server/shared/instant.js";
import { DEMO_ACCOUNT } from "../../../../server/demo/demo-installation.js";
import { debtsFile } from "../../../support/debts-file.js";
import { type Desk, openDesk } from "../../../support/desk.js";

let desk: Desk;
beforeAll(async () => {
  const phone = "+573005551000";
  desk = await openDesk({
    debts: debtsFile([
      { name: "Marisol Quintero", phone },
      { name: "Camilo Quintero", phone },
    ]),
  });
  await desk.turnOn();
  desk.sandbox.playDebtor({ accountId: DEMO_ACCOUNT, phone, text: "BAJA" });
  await desk.clock.runFor(MINUTE);
});
afterAll(() => desk?.close());

test("the channel is closed for everybody it may have been", async () => {
  const rows = await desk.db.rows(
    "select d.external_id from opt_out o join debtor d on d.id = o.debtor_id where o.account_id = ? order by d.id",
    [desk.account.id],
  );
  expect(rows).toEqual([{ external_id: "C-1" }, { external_id: "C-2" }]);
});

test("nothing is answered, a person finds out who wrote, and the message is nobody's", async () => {
  expect(desk.sent()).toEqual([]);
  const { items } = await desk.admin.call<{ items: object[] }>("GET", "/api/attention?lang=en");
  expect(items).toEqual([expect.objectContaining({ debtorId: null, debtor: "", reason: "Wrote from a number of several debtors" })]);
  expect(await desk.db.rows("select debtor_id, intent from inbound_message where account_id = ?", [desk.account.id])).toEqual([
    { debtor_id: null, intent: "opt_out" },
  ]);
});
