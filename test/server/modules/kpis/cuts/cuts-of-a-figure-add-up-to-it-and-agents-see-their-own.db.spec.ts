import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type {
  CutValuesView,
  DebtorFiguresView,
  FigureCutView,
  FilteredFiguresView,
} from "../../../../../server/contract/kpis/cuts.contract.js";
import type { FigureCasesView } from "../../../../../server/contract/kpis/figures.contract.js";
import type { OverviewAges } from "../../../../../server/contract/kpis/overview.contract.js";
import type { FiguresView } from "../../../../../server/contract/kpis.contract.js";
import type { SaldoClient } from "../../../../../server/demo/saldo-client.js";
import { Projector } from "../../../../../server/modules/kpis/index.js";
import { METRICS } from "../../../../../server/modules/kpis/metrics/domain/registry.js";
import { JobQueue } from "../../../../../server/platform/queue/job-queue.js";
import { HOUR, SECOND } from "../../../../../server/shared/instant.js";
import { debtsFile } from "../../../../support/debts-file.js";
import { type Desk, openDesk, TOKENS } from "../../../../support/desk.js";

/**
 * Ana and Beto, a company, owe pesos of Colombia, Carla those of Mexico. All are written to; Ana asks for a person and Diego answers and takes a
 * promise of hers, Laura holds Beto's debt; Ana pays a part.
 */
let desk: Desk;
let diego: SaldoClient;
beforeAll(async () => {
  const debts = debtsFile([
    { id: "Ana", reference: "F-1", balance: "1000.00", phone: "+573001110001" },
    { id: "Beto", reference: "F-2", balance: "500.00", dueDate: "2026-11-18", phone: "+573001110002", kind: "company" },
    { id: "Carla", reference: "F-3", balance: "70.00", phone: "+573001110003", currency: "MXN" },
  ]);
  desk = await openDesk({ ticks: "none", debts });
  await desk.turnOn();
  for (const lane of ["listing", "dispatch"] as const) {
    await desk.app.get(JobQueue).wake(lane);
    await desk.clock.runFor(SECOND);
  }
  await desk.clock.runFor(HOUR);
  desk.sandbox.playDebtor({ accountId: 1, phone: "+573001110001", text: "Hablar con una persona" });
  await desk.clock.runFor(SECOND);
  diego = await desk.signIn(TOKENS.agent);
  const { items } = await desk.admin.call<{ items: { id: string; externalId: string }[] }>("GET", "/api/debtors?limit=10");
  const of = (who: string) => items.find(({ externalId }) => externalId === who)!.id;
  await diego.call("POST", `/api/debtors/${of("Ana")}/promises`, { amount: "400.00", currency: "COP", date: "2026-11-24" });
  await desk.admin.call("POST", `/api/debtors/${of("Beto")}/holds`, { reason: "manual", note: "espera" });
  const payment = { externalId: "P-1", debtReference: "F-1", amount: "300.00", currency: "COP", valueDate: "2026-11-20" };
  await desk.admin.call("POST", "/api/payments", payment);
  await desk.app.get(Projector).catchUp(desk.account.id);
});
afterAll(() => desk?.close());

const MONTH = "from=2026-11-01&to=2026-11-30";
const cut = (query: string, who: SaldoClient = desk.admin) => who.call<FigureCutView>("GET", `/api/figures/cut?${MONTH}&${query}`);
const texts = ({ rows }: FigureCutView) =>
  Object.fromEntries(rows.map(({ value, figures }): [string, string | null] => [String(value), figures[0]!.values[0]?.text ?? null]));

it("the parts of every figure are what it is as a whole, by whatever it is cut", async () => {
  const { figures } = await desk.admin.call<FiguresView>("GET", `/api/figures?${MONTH}`);
  const wrong: string[] = [];
  let checked = 0;
  for (const { id } of METRICS) {
    const { metrics: own } = await cut(`ids=${id}`).catch((): Pick<FigureCutView, "metrics"> => ({ metrics: [] }));
    for (const { code } of own[0]?.cutBy ?? []) {
      const { rows } = await cut(`ids=${id}&by=${code}`);
      for (const whole of figures.find((figure) => figure.id === id)!.values) {
        if (whole.state !== "value") continue;
        const parts = rows.flatMap((row) => row.figures[0]!.values.filter(({ currency }) => currency === whole.currency));
        const sum = parts.reduce((total, { numerator }) => total + BigInt(numerator ?? 0), 0n);
        if (code !== "segment" && sum !== BigInt(whole.numerator ?? 0)) wrong.push(`${id} by ${code}: ${sum} of ${whole.numerator}`);
        checked++;
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(checked).toBeGreaterThan(60);
});

it("by kind of customer, by stage, by hour", async () => {
  expect(texts(await cut("ids=contact.successful.attempts&by=customer_type"))).toEqual({ person: "50.0", company: "0.0" });
  expect(texts(await cut("ids=portfolio.outstanding&by=stage&currency=COP"))).toEqual({ d1_30: "1200.00" });
  expect(texts(await cut("ids=portfolio.outstanding&by=amount_band&currency=COP"))).toEqual({ 5: "1200.00" });
  // Friday, between 10 and 11.
  expect(texts(await cut("ids=contact.successful.attempts&by=hour"))).toEqual({ "5-10": "33.3" });
});

it("of some values alone", async () => {
  expect(texts(await cut("ids=portfolio.outstanding&where=customer_type:company&currency=COP"))).toEqual({ null: "500.00" });
  expect(texts(await cut("ids=portfolio.outstanding&where=customer_type:person|company,stage:d1_30&currency=COP"))).toEqual({
    null: "1200.00",
  });
  expect((await cut("ids=portfolio.outstanding&where=product:-&currency=COP")).rows[0]?.figures[0]?.values[0]?.text ?? "0.00").toBe("0.00");
});

const filtered = (query: string, who: SaldoClient = desk.admin) =>
  who.call<FilteredFiguresView>("GET", `/api/figures/filtered?${MONTH}&${query}`);

it("what a filter leaves of a figure is what its cases add up to, and what cannot be cut says so", async () => {
  const ids = METRICS.map(({ id }) => id).join(",");
  const told: string[] = [];
  const wrong: string[] = [];
  for (const where of ["customer_type:company", "stage:d1_30", "amount_band:5|6", "template:-", "agent:2", "segment:d1_30", "segment:-"]) {
    const { figures } = await filtered(`ids=${ids}&where=${where}`);
    for (const { id, values, notBy } of figures) {
      if (notBy.length > 0) {
        if (values.length > 0) wrong.push(`${id} is shown as a whole for ${where}`);
        continue;
      }
      for (const { state, numerator, currency } of values) {
        const inIt = currency === null ? "" : `&currency=${currency}`;
        const { sum } = await desk.admin.call<FigureCasesView>("GET", `/api/figures/${id}/cases?${MONTH}&where=${where}${inIt}`);
        if (state === "value" && sum !== numerator) wrong.push(`${id} for ${where}: ${sum} of ${numerator}`);
        if (state === "value") told.push(id);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(new Set(told).size).toBeGreaterThan(9);
});

it("what came in is a share of what was owed by the same part", async () => {
  const of = (where: string) => filtered(`ids=recovery.period,recovery.by-day-30&where=${where}&currency=COP`);
  const { figures: persons } = await of("customer_type:person");
  expect(persons[0]!.values[0]).toMatchObject({ text: "30.0", numerator: "30000", denominator: "100000" });
  expect(persons[1]).toMatchObject({ values: [], notBy: [{ code: "customer_type", name: "customer type" }] });
  expect((await of("stage:d1_30")).figures[0]!.values[0]).toMatchObject({ text: "20.0", denominator: "150000" });
});

it("the values there are come with their counts, and age is told of what is left", async () => {
  const values = (query: string) => desk.admin.call<CutValuesView>("GET", `/api/figures/filters?${MONTH}&${query}`);
  expect((await values("")).dimensions.map(({ code }) => code)).not.toContain("currency");
  expect(await values("dimension=customer_type&currency=COP")).toMatchObject({
    of: "debts",
    values: [
      { value: "company", n: 1 },
      { value: "person", n: 1 },
    ],
  });
  expect((await values("dimension=agent")).of).toBe("attempts");
  const { currencies } = await desk.admin.call<OverviewAges>("GET", "/api/overview/ages?where=customer_type:company");
  expect(currencies).toMatchObject([{ currency: "COP", debts: 1, balanceMinor: 50_000, debtors: 1, overdueDebtors: 1 }]);
  await expect(desk.admin.call("GET", "/api/overview/ages?where=template:x")).rejects.toThrow(/figures\.not_cut_by/);
});

it("agents see their own numbers and those of nobody, until an administrator lets them", async () => {
  const query = "ids=work.productivity&by=agent";
  const all = await cut(query);
  expect(all.rows.filter(({ value }) => value !== null)).toHaveLength(2);
  expect(all.hidden).toBe(false);
  const own = await cut(query, diego);
  expect(own.rows.map(({ own: mine }) => mine)).toEqual([true]);
  expect(own.hidden).toBe(true);
  expect((await cut(`ids=work.productivity&where=agent:${all.rows[0]!.value}`, diego)).rows).toEqual([]);
  await desk.admin.call("PATCH", "/api/account", { agentsSeeEachOther: true });
  expect((await cut(query, diego)).rows).toHaveLength(2);
  const [record] = await desk.db.rows<{ payload: string }>(
    "select payload from journal_record where account_id = ? and type = 'account.changed' order by seq desc limit 1",
    [desk.account.id],
  );
  expect(JSON.parse(record!.payload)).toEqual({ changed: ["agentsSeeEachOther"], agentsSeeEachOther: true });
});

it("a debtor stands beside the segment by the figures that an administrator chose", async () => {
  await desk.admin.call("PATCH", "/api/account", { tabFigures: ["contact.successful.attempts", "recovery.period"] });
  const { items } = await desk.admin.call<{ items: { id: string; externalId: string }[] }>("GET", "/api/debtors?limit=10");
  const ana = items.find(({ externalId }) => externalId === "Ana")!.id;
  const { segment, figures } = await diego.call<DebtorFiguresView>("GET", `/api/debtors/${ana}/figures`);
  expect(segment).toEqual({ key: "d1_30", name: null });
  expect(figures.map(({ id, own, segment: others }) => [id, own?.text, others?.text])).toEqual([
    ["contact.successful.attempts", "100.0", "33.3"],
    ["recovery.period", "30.0", "20.0"],
  ]);
  await expect(desk.admin.call("PATCH", "/api/account", { tabFigures: ["nothing.such"] })).rejects.toThrow(/input\.invalid/);
  await expect(diego.call("PATCH", "/api/account", { tabFigures: [] })).rejects.toThrow(/403/);
  await desk.admin.call("PATCH", "/api/account", { tabFigures: [] });
  expect((await desk.admin.call<DebtorFiguresView>("GET", `/api/debtors/${ana}/figures`)).figures).toEqual([]);
});

it("what cannot be cut says by what it can be", async () => {
  await expect(cut("ids=portfolio.outstanding&by=template")).rejects.toThrow(/figures\.not_cut_by/);
  await expect(cut("ids=portfolio.outstanding&by=colour")).rejects.toThrow(/figures\.dimension_unknown/);
  await expect(cut("ids=portfolio.outstanding&where=stage")).rejects.toThrow(/figures\.filter_unreadable/);
  await expect(cut("ids=recovery.by-day-30&by=stage")).rejects.toThrow(/figures\.not_cut_by/);
  await expect(cut("ids=nothing.such&by=stage")).rejects.toThrow(/figures\.metric_unknown/);
});
