import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { FiguresView } from "../../../../server/contract/kpis.contract.js";
import type { FigureCasesView, MatrixView } from "../../../../server/contract/kpis/figures.contract.js";
import type { DebtorView } from "../../../../server/contract/portfolio.contract.js";
import { Projector, Reconciliation } from "../../../../server/modules/kpis/index.js";
import { DAY } from "../../../../server/shared/instant.js";
import { debtsFile } from "../../../support/debts-file.js";
import { type Desk, FRIDAY_TEN, openDesk, TOKENS } from "../../../support/desk.js";

/**
 * Placed on 31 October, all overdue. In November Ana's 1,000 are written off and 200 of them come after all; Beto pays 400 of 500 and is let
 * off the rest; Carla's 700 are written off and taken back; Dario owes 300 all the time.
 */
const OCTOBER = FRIDAY_TEN - 20 * DAY;
const DEBTS = debtsFile([
  { id: "Ana", reference: "F-1", balance: "1000.00", dueDate: "2026-10-10", phone: "+573001110001" },
  { id: "Beto", reference: "F-2", balance: "500.00", dueDate: "2026-10-10", phone: "+573001110002" },
  { id: "Carla", reference: "F-3", balance: "700.00", dueDate: "2026-10-10", phone: "+573001110003" },
  { id: "Dario", reference: "F-4", balance: "300.00", dueDate: "2026-10-10", phone: "+573001110004" },
]);
const WHY = { reason: "the guarantor is bankrupt" };
let desk: Desk;
const debtors = new Map<string, string>();
const debts = new Map<string, string>();
beforeAll(async () => {
  desk = await openDesk({ ticks: "none", start: OCTOBER, debts: DEBTS });
  const { items } = await desk.admin.call<{ items: { id: string; externalId: string }[] }>("GET", "/api/debtors?limit=10");
  for (const { id, externalId } of items) {
    debtors.set(externalId, id);
    debts.set(externalId, (await debtorOf(externalId)).debts[0]!.id);
  }
  await desk.clock.runFor(20 * DAY);
});
afterAll(() => desk?.close());

const debtorOf = (who: string) => desk.admin.call<DebtorView>("GET", `/api/debtors/${debtors.get(who)}`);
const standing = async (who: string) => {
  const [debt] = (await debtorOf(who)).debts;
  return [debt!.status, debt!.balance.minor];
};
const act = (who: string, verb: string, body: object = WHY) =>
  desk.admin.call<{ status: string }>("POST", `/api/debts/${debts.get(who)}/${verb}`, body);
const pay = (id: string, reference: string, amount: string) =>
  desk.admin.call<{ id: string; status: string }>("POST", "/api/payments", {
    externalId: id,
    debtReference: reference,
    amount,
    currency: "COP",
    valueDate: "2026-11-20",
  });
const NOVEMBER = "from=2026-11-01&to=2026-11-30";
const figures = async () => {
  await desk.app.get(Projector).catchUp(desk.account.id);
  const { figures: all } = await desk.admin.call<FiguresView>("GET", `/api/figures?${NOVEMBER}`);
  return (id: string) => all.find((figure) => figure.id === id)!.values.find(({ currency }) => currency === "COP")?.text;
};

it("what is written off or let go is owed no more, and says what it became", async () => {
  expect(await act("Ana", "write-off")).toMatchObject({ status: "written_off", balance: { minor: 0, currency: "COP" } });
  await pay("P-2", "F-2", "400.00");
  expect(await act("Beto", "settle", { ...WHY, amount: "100.00" })).toMatchObject({ status: "settled" });
  expect(await act("Carla", "write-off")).toMatchObject({ status: "written_off" });
  expect(await act("Carla", "restore")).toMatchObject({ status: "open", balance: { minor: 70_000 } });
  expect([await standing("Ana"), await standing("Beto"), await standing("Carla")]).toEqual([
    ["written_off", 0],
    ["settled", 0],
    ["open", 70_000],
  ]);
});

it("is no recovery: 400 of 2,500 came, more of what was not given up", async () => {
  const of = await figures();
  expect(of("recovery.period")).toBe("16.0");
  // Of 2,500 that were due 1,000 are given up, and of the 500 of Beto 100 were let go.
  expect(of("recovery.net-of-write-off")).toBe("26.7");
  expect(of("recovery.resolved")).toBe("20.0");
  expect(of("recovery.after-write-off")).toBe("0.00");
  expect(of("portfolio.outstanding")).toBe("1000.00");
});

it("money that comes after all is paid on that debt and told apart", async () => {
  const { id, status } = await pay("P-1", "F-1", "200.00");
  expect(status).toBe("allocated");
  expect(await standing("Ana")).toEqual(["written_off", 0]);
  const of = await figures();
  expect([of("recovery.after-write-off"), of("recovery.period"), of("collected.total")]).toEqual(["200.00", "16.0", "600.00"]);
  expect(of("recovery.net-of-write-off")).toBe("26.7");
  const bounced = await pay("P-3", "F-1", "50.00");
  await desk.admin.call("POST", `/api/payments/${bounced.id}/reverse`, { reason: "the cheque bounced" });
  expect(await standing("Ana")).toEqual(["written_off", 0]);
  expect((await figures())("recovery.after-write-off")).toBe("200.00");
  const cases = await desk.admin.call<FigureCasesView>("GET", `/api/figures/recovery.after-write-off/cases?${NOVEMBER}&currency=COP`);
  expect([cases.sum, cases.items.map(({ size }) => size)]).toEqual(["20000", ["20000", "5000", "-5000"]]);
  expect(id).toBeTruthy();
});

it("the roll matrix has its column, and the ledger, the projections and the cases agree", async () => {
  const { currencies } = await desk.admin.call<MatrixView>("GET", `/api/figures/matrix?${NOVEMBER}`);
  const row = currencies[0]!.rows.find(({ from }) => from === "d1_30")!;
  const of = (column: string) => row.cells.find((cell) => cell.column === column)?.size;
  expect([row.opening, of("paid"), of("written_off"), of("closed"), of("d31_90")]).toEqual([
    "250000",
    "40000",
    "100000",
    "10000",
    "100000",
  ]);
  const cases = await desk.admin.call<FigureCasesView>(
    "GET",
    `/api/figures/roll.matrix.amount/cases?${NOVEMBER}&currency=COP&stage=d1_30&column=written_off`,
  );
  expect([cases.sum, cases.count]).toEqual(["100000", 1]);
  expect(await desk.app.get(Reconciliation).differences(desk.account.id)).toEqual([]);
});

it("a file that goes on naming it does not open it again, and restoring it does", async () => {
  const named = debtsFile([{ id: "Ana", reference: "F-1", balance: "1010.00", dueDate: "2026-10-10", phone: "+573001110001" }]);
  await desk.admin.call("POST", "/api/imports", { kind: "debts", fileName: "debts.csv", text: named });
  await desk.clock.runFor(1_000);
  expect(await standing("Ana")).toEqual(["written_off", 0]);
  await act("Ana", "restore");
  // What came meanwhile stays paid.
  expect(await standing("Ana")).toEqual(["open", 80_000]);
});

it("only an administrator decides, with a reason, and what makes no sense is refused", async () => {
  const agent = await desk.signIn(TOKENS.agent);
  await expect(agent.call("POST", `/api/debts/${debts.get("Dario")}/write-off`, WHY)).rejects.toThrow(/403/);
  await expect(act("Dario", "write-off", { reason: " " })).rejects.toThrow(/input\.invalid/);
  await expect(act("Dario", "settle", { ...WHY, amount: "300.01" })).rejects.toThrow(/debt\.forgives_too_much/);
  await expect(act("Dario", "settle", { ...WHY, amount: "0" })).rejects.toThrow(/debt\.forgives_too_much/);
  await expect(act("Dario", "restore")).rejects.toThrow(/debt\.nothing_to_restore/);
  await expect(act("Beto", "write-off")).rejects.toThrow(/debt\.not_open/);
  const records = await desk.db.rows<{ type: string; payload: string }>(
    "select type, payload from journal_record where account_id = ? and type in ('debt.written_off', 'debt.settled', 'debt.restored') order by seq",
    [desk.account.id],
  );
  expect(records.map(({ type }) => type)).toEqual([
    "debt.written_off",
    "debt.settled",
    "debt.written_off",
    "debt.restored",
    "debt.restored",
  ]);
  expect(records.some(({ payload }) => payload.includes("bankrupt"))).toBe(false);
});
