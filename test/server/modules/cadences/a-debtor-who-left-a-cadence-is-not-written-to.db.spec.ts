import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { addDays } from "../../../../server/shared/calendar.js";
import { CadenceClient } from "./support/cadence-client.js";
import { forgetMessages, planDays, plannedMessages } from "./support/planned-days.js";
import { plannedDesk, type PlannedDesk } from "../../../scenarios/support/planned-desk.js";

const TODAY = "2026-11-20";
const late = addDays(TODAY, -12);

let desk: PlannedDesk;
let cadences: CadenceClient;
beforeAll(async () => {
  desk = await plannedDesk([
    { id: "replies", phone: "+573005550001", reference: "R-1", dueDate: late },
    { id: "owes-little", phone: "+573005550002", reference: "R-2", dueDate: late, balance: "200.00" },
    { id: "plain", phone: "+573005550003", reference: "R-3", dueDate: late },
    { id: "held", phone: "+573005550004", reference: "R-4", dueDate: late },
    { id: "stops", phone: "+573005550005", reference: "R-5", dueDate: late },
    { id: "archived", phone: "+573005550006", reference: "R-6", dueDate: addDays(TODAY, -35) },
  ]);
  cadences = new CadenceClient(desk.admin);
  await desk.prepare();
});
afterAll(() => desk?.close());

test("what was planned before leaves by the exits in force when it falls due, each with its reason", async () => {
  const exits = { repliedWithinDays: 5, activePromise: true, smallBalance: [{ minor: 50_000, currency: "COP" }] };
  await cadences.publish(await cadences.save(await cadences.byKey("d1_30"), { exits }));
  await cadences.turn(await cadences.byKey("d31_90"), "archive");
  desk.sandbox.playDebtor({ accountId: 1, phone: "+573005550001", text: "Buenos días" });
  await desk.clock.runFor(10_000);
  // The case a reply opens would pause the debtor too; here only the exit is asked.
  await desk.db.inUnitOfWork("test", () => desk.db.run("update hold set released_at = ? where account_id = ?", [1, desk.account.id]));
  await desk.round();
  const rows = new Map((await desk.planned()).map((row) => [row.external_id, `${row.state} ${row.reason ?? ""}`.trim()]));
  expect(rows.get("replies")).toBe("cancelled exit.replied");
  expect(rows.get("owes-little")).toBe("cancelled exit.small_balance");
  expect(rows.get("archived")).toBe("cancelled exit.archived");
  expect(rows.get("plain")).toMatch(/accepted|at_whatsapp|delivered|read/);
  const recorded = (await desk.journal("message.cancelled")).map(({ payload }) => String(payload["reason"]));
  expect(recorded.toSorted((a, b) => a.localeCompare(b))).toEqual(["exit.archived", "exit.replied", "exit.small_balance"]);
});

test("and nothing is planned for who has left, who is held and who opted out", async () => {
  await desk.admin.call("POST", `/api/debtors/${(await desk.debtor("held")).public_id}/holds`, { reason: "dispute", note: "disputes it" });
  desk.sandbox.playDebtor({ accountId: 1, phone: "+573005550005", text: "BAJA" });
  await desk.clock.runFor(10_000);
  await forgetMessages(desk);
  await planDays(desk, [TODAY]);
  expect((await plannedMessages(desk)).map(({ debtor }) => debtor)).toEqual(["plain"]);
});
