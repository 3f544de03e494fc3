import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { FiguresView } from "../../../../../server/contract/kpis.contract.js";
import type { CostEntryView, CostsView } from "../../../../../server/contract/kpis/costs.contract.js";
import { SaldoClient } from "../../../../../server/demo/saldo-client.js";
import { Projector } from "../../../../../server/modules/kpis/index.js";
import { DAY, toIso } from "../../../../../server/shared/instant.js";
import { debtsFile } from "../../../../support/debts-file.js";
import { type Desk, openDesk, TOKENS } from "../../../../support/desk.js";

/** The field's own case: 48,000 of costs for 1,000,000 that came, in November. */
let desk: Desk;
let fees: CostEntryView;
let before: string;
const cost = (kind: string, amount: string, more: object = {}) =>
  desk.admin.call<CostEntryView>("POST", "/api/costs", { kind, amount, currency: "COP", from: "2026-11-01", to: "2026-11-30", ...more });

beforeAll(async () => {
  desk = await openDesk({
    ticks: "none",
    debts: debtsFile([
      { id: "Ana", reference: "F-1", balance: "1500000.00", dueDate: "2026-11-08", phone: "+573001110001" },
      { id: "Beto", reference: "F-2", balance: "500.00", dueDate: "2026-11-08", phone: "+525512345678", currency: "MXN" },
    ]),
  });
  before = toIso(desk.clock.now());
  await desk.clock.runFor(DAY);
  const payment = { externalId: "P-1", debtReference: "F-1", amount: "1000000.00", currency: "COP", valueDate: "2026-11-20" };
  await desk.admin.call("POST", "/api/payments", payment);
  await desk.app.get(Projector).catchUp(desk.account.id);
});
afterAll(() => desk?.close());

async function november(
  id: string,
  query = "",
): Promise<Record<string, { text: string | null; numerator: string | null; reason: string | null }>> {
  const view = await desk.admin.call<FiguresView>("GET", `/api/figures?from=2026-11-01&to=2026-11-30${query}`);
  const { values } = view.figures.find((figure) => figure.id === id)!;
  const shown: Record<string, { text: string | null; numerator: string | null; reason: string | null }> = {};
  for (const { currency, text, numerator, reason } of values) shown[currency!] = { text, numerator, reason };
  return shown;
}
const page = (query = "") => desk.admin.call<CostsView>("GET", `/api/costs?months=2${query}`);

test("while a kind is missing there is no figure, and what is known stands beside", async () => {
  await cost("people", "30000.00", { note: "9 agentes" });
  fees = await cost("fees", "8000.00", { externalId: "PSE-47" });
  expect((await november("cost.per-recovered"))["COP"]).toEqual({ text: null, numerator: "3800000", reason: "cost_missing" });
  expect((await page()).months[0]).toMatchObject({
    missing: ["tools"],
    // 21 of 30 days.
    known: 2_660_000,
    recovered: 100_000_000,
    byKind: { people: 2_100_000, messages: 0, tools: null, other: 0 },
  });
});

test("48,000 for 1,000,000 is 4.8 % and 19.8 times its cost, gross", async () => {
  await cost("tools", "10000.00");
  expect((await november("cost.per-recovered"))["COP"]).toEqual({ text: "4.8", numerator: "4800000", reason: null });
  expect((await november("return.gross"))["COP"]).toMatchObject({ text: "19.8" });
  expect((await november("return.attributable"))["COP"]).toMatchObject({ text: null, reason: "experiments" });
});

test("where nothing came back there is no figure, and the cost is shown; currencies are never added", async () => {
  for (const kind of ["people", "tools", "fees"]) await cost(kind, "100.00", { currency: "MXN" });
  const figures = await november("cost.per-recovered");
  expect(figures["MXN"]).toEqual({ text: null, numerator: "30000", reason: "nothing_below" });
  expect(figures["COP"]).toMatchObject({ text: "4.8", numerator: "4800000" });
  // Dollars are entered, and nobody owes any: they make no portfolio of dollars.
  await cost("tools", "20.00", { currency: "USD" });
  expect(Object.keys(await november("cost.per-recovered"))).toEqual(["COP", "MXN"]);
  expect((await page()).currencies).toEqual(["COP", "MXN", "USD"]);
});

test("a cost that is taken back never was from then on, and was before; twice is refused", async () => {
  const known = toIso(desk.clock.now());
  await desk.clock.runFor(DAY);
  const extra = await cost("other", "52000.00");
  expect((await november("cost.per-recovered"))["COP"]).toMatchObject({ text: "10.0" });
  const back = await desk.admin.call<CostEntryView>("POST", `/api/costs/${extra.id}/reverse`, { reason: "era de otra empresa" });
  expect(back).toMatchObject({ minor: -5_200_000, reverses: extra.id, note: "era de otra empresa" });
  expect((await november("cost.per-recovered"))["COP"]).toMatchObject({ text: "4.8" });
  await expect(desk.admin.call("POST", `/api/costs/${extra.id}/reverse`, { reason: "otra vez" })).rejects.toThrow(/cost\.reversed/);
  await expect(desk.admin.call("POST", `/api/costs/${back.id}/reverse`, { reason: "al revés" })).rejects.toThrow(/cost\.not_found/);
  expect((await november("cost.per-recovered", `&asOf=${known}`))["COP"]).toMatchObject({ text: "4.8" });
  expect((await november("cost.per-recovered", `&asOf=${before}`))["COP"]).toMatchObject({ text: null, reason: "cost_missing" });
  const { items } = await desk.admin.call<{ items: CostEntryView[] }>("GET", "/api/costs/entries?limit=2");
  expect(items.map(({ minor, reversedBy }) => [minor, reversedBy])).toEqual([
    [-5_200_000, null],
    [5_200_000, back.id],
  ]);
});

test("what has not come, ends before it begins or is no currency is refused in words, and changes nothing", async () => {
  await expect(cost("people", "1.00", { from: "2026-12-01", to: "2026-12-31" })).rejects.toThrow(/cost\.in_the_future/);
  await expect(cost("people", "1.00", { to: "2026-12-05" })).rejects.toThrow(/cost\.in_the_future/);
  await expect(cost("people", "1.00", { from: "2026-11-10", to: "2026-11-01" })).rejects.toThrow(/cost\.backwards/);
  await expect(cost("people", "1.00", { currency: "PES" })).rejects.toThrow(/input\.invalid/);
  await expect(cost("people", "1.001")).rejects.toThrow(/money\.invalid/);
  expect((await november("cost.per-recovered"))["COP"]).toMatchObject({ text: "4.8" });
});

test("the same id twice is one cost, with other contents it is refused", async () => {
  expect(await cost("fees", "8000.00", { externalId: "PSE-47" })).toMatchObject({ id: fees.id });
  await expect(cost("fees", "8001.00", { externalId: "PSE-47" })).rejects.toThrow(/cost\.different/);
});

test("a machine enters costs with its scope; an agent enters none and sees them", async () => {
  const keyOf = async (scopes: string[]) =>
    (await desk.admin.call<{ secret: string }>("POST", "/api/keys", { name: "erp", scopes })).secret;
  const machine = new SaldoClient(desk.url, await keyOf(["costs:write"]));
  const other = new SaldoClient(desk.url, await keyOf(["payments:write"]));
  const body = { kind: "other", amount: "0", currency: "COP", from: "2026-11-20" };
  expect(await machine.call("POST", "/api/costs", body)).toMatchObject({ source: "api", minor: 0, to: "2026-11-20" });
  await expect(other.call("POST", "/api/costs", body)).rejects.toThrow(/403/);
  const agent = await desk.signIn(TOKENS.agent);
  await expect(agent.call("POST", "/api/costs", body)).rejects.toThrow(/403/);
  expect((await agent.call<CostsView>("GET", "/api/costs")).currency).toBe("COP");
});
