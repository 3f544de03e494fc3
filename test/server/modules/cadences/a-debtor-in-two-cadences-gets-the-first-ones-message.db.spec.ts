import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { addDays } from "../../../../server/shared/calendar.js";
import { debtsFile } from "../../../support/debts-file.js";
import { type Desk, openDesk } from "../../../support/desk.js";
import { CadenceClient, step } from "./support/cadence-client.js";
import { forgetMessages, planDays, plannedMessages } from "./support/planned-days.js";

const TODAY = "2026-11-20";
const DEBTS = debtsFile([
  { id: "large", phone: "+573005550001", reference: "R-1", balance: "9000000.00", dueDate: addDays(TODAY, -12) },
  { id: "small", phone: "+573005550002", reference: "R-2", balance: "50000.00", dueDate: addDays(TODAY, -12) },
  { id: "old-and-new", phone: "+573005550003", reference: "R-3", balance: "70000.00", dueDate: addDays(TODAY, -35) },
  { id: "old-and-new", phone: "+573005550003", reference: "R-4", balance: "70000.00", dueDate: addDays(TODAY, -5) },
]);

let desk: Desk;
let cadences: CadenceClient;
beforeAll(async () => {
  desk = await openDesk({ debts: DEBTS, environment: { SALDO_POLL_MS: "86400000" } });
  cadences = new CadenceClient(desk.admin);
});
afterAll(() => desk?.close());

const said = async () => {
  await forgetMessages(desk);
  await planDays(desk, [TODAY, TODAY]);
  return (await plannedMessages(desk)).map(({ debtor, cadence, step: id }) => `${debtor}: ${cadence} ${id}`);
};

test("by the given order the older debt leads, and one message is all", async () => {
  expect(await said()).toEqual(["large: d1_30 d1_30.day_12", "old-and-new: d31_90 d31_90.day_35", "small: d1_30 d1_30.day_12"]);
});

test("a cadence with a condition that goes first takes whom the condition takes, and leaves the rest", async () => {
  const condition = { attribute: "balance", currency: "COP", min: 500_000_000 };
  const made = await cadences.create("Large balances");
  const saved = await cadences.save(made, { steps: [step(12, { condition })] });
  expect(saved.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  const { id, key } = await cadences.publish(saved);
  expect(await said()).toEqual(["large: d1_30 d1_30.day_12", "old-and-new: d31_90 d31_90.day_35", "small: d1_30 d1_30.day_12"]);

  const others = (await cadences.list()).map((head) => head.id).filter((other) => other !== id);
  await cadences.order([id, ...others]);
  expect(await said()).toEqual([`large: ${key} step_12`, "old-and-new: d31_90 d31_90.day_35", "small: d1_30 d1_30.day_12"]);
});

test("the order names every cadence once, or it is refused", async () => {
  const [first] = await cadences.list();
  await expect(cadences.order([first!.id])).rejects.toThrow("cadence.order_incomplete");
});

test("a paused cadence plans nothing, and the next one has its turn", async () => {
  const own = (await cadences.list())[0]!;
  await cadences.turn(await cadences.one(own.id), "pause");
  expect(await said()).toContain("large: d1_30 d1_30.day_12");
  await cadences.turn(await cadences.one(own.id), "resume");
  expect(await said()).toContain(`large: ${own.key} step_12`);
  const types = await desk.db.rows<{ type: string }>(
    "select type from journal_record where account_id = ? and (type like 'cadence.%' or type like 'cadences.%') order by seq",
    [desk.account.id],
  );
  expect(types.map(({ type }) => type).slice(5)).toEqual([
    "cadence.created",
    "cadence.published",
    "cadences.reordered",
    "cadence.paused",
    "cadence.resumed",
  ]);
});

test("the simulation counts what would be planned, day by day, and takes the others into account", async () => {
  await forgetMessages(desk);
  const [own] = await cadences.list();
  const first = await cadences.byKey("d1_30");
  type Simulation = { days: { date: string; counts: { step: string; count: number }[] }[]; messages: number; debtors: number };
  const ofOwn = await desk.admin.call<Simulation>("GET", `/api/cadences/${own!.id}/simulation?days=10&of=published`);
  expect(ofOwn.days[0]).toEqual({ date: TODAY, counts: [{ step: "step_12", count: 1 }] });
  expect(ofOwn).toMatchObject({ messages: 1, debtors: 1 });
  const ofOther = await desk.admin.call<Simulation>("GET", `/api/cadences/${first.id}/simulation?days=10`);
  expect(ofOther.days[0]?.counts).toEqual([{ step: "d1_30.day_12", count: 1 }]);
  expect(ofOther.days[7]?.counts).toEqual([{ step: "d1_30.day_12", count: 1 }]);
  expect(ofOther.days[8]?.counts).toEqual([{ step: "d1_30.day_20", count: 2 }]);
});

test("a trial tells one debtor's steps, what keeps each from coming, and what the policy says", async () => {
  const own = (await cadences.list())[0]!;
  const debtorId = async (externalId: string) =>
    (await desk.db.row<{ public_id: string }>("select public_id from debtor where account_id = ? and external_id = ?", [
      desk.account.id,
      externalId,
    ]))!.public_id;
  type Trial = {
    inSegment: boolean;
    why: string;
    items: { step: string; date: string; note: string | null; at: string | null; decision: { verdict: string } | null }[];
  };
  const large = await desk.admin.call<Trial>("GET", `/api/cadences/${own.id}/trial?of=published&debtorId=${await debtorId("large")}`);
  expect(large.items).toEqual([
    expect.objectContaining({ step: "step_12", date: TODAY, note: null, decision: expect.objectContaining({ verdict: "allow" }) }),
  ]);
  const small = await desk.admin.call<Trial>(
    "GET",
    `/api/cadences/${own.id}/trial?of=published&lang=es&debtorId=${await debtorId("small")}`,
  );
  expect(small.items).toEqual([expect.objectContaining({ step: "step_12", decision: null, note: expect.stringContaining("condición") })]);
});
