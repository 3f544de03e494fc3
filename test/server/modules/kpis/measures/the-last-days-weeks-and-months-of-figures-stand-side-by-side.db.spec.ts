import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { FiguresView } from "../../../../../server/contract/kpis.contract.js";
import type { FigureSeriesView } from "../../../../../server/contract/kpis/series.contract.js";
import { Projector } from "../../../../../server/modules/kpis/index.js";
import { DAY, toIso } from "../../../../../server/shared/instant.js";
import { debtsFile } from "../../../../support/debts-file.js";
import { type Desk, openDesk } from "../../../../support/desk.js";

/** Friday 20 November: 1,000 of F-1 are overdue, 400 come in. On Saturday nothing happens, on Sunday the 400 are taken back. */
let desk: Desk;
let saturday: string;
beforeAll(async () => {
  desk = await openDesk({
    ticks: "none",
    debts: debtsFile([{ id: "Ana", reference: "F-1", balance: "1000.00", dueDate: "2026-11-08", phone: "+573001110001" }]),
  });
  const { id } = await desk.admin.call<{ id: string }>("POST", "/api/payments", {
    externalId: "P-1",
    debtReference: "F-1",
    amount: "400.00",
    currency: "COP",
    valueDate: "2026-11-20",
  });
  await desk.clock.runFor(DAY);
  saturday = toIso(desk.clock.now());
  await desk.clock.runFor(DAY);
  await desk.admin.call("POST", `/api/payments/${id}/reverse`, { reason: "devuelto por el banco" });
  await desk.app.get(Projector).catchUp(desk.account.id);
});
afterAll(() => desk?.close());

const series = (query: string) => desk.admin.call<FigureSeriesView>("GET", `/api/figures/series?${query}`);
async function points(query: string): Promise<Record<string, (string | null)[]>> {
  const view = await series(query);
  return Object.fromEntries(view.series.map(({ id, points: own }) => [id, own.map(({ values }) => values[0]?.text ?? null)]));
}

it("days of the account, oldest first, and zero where nothing happened", async () => {
  expect(await points("ids=portfolio.outstanding,collected.total&currency=COP&periods=4")).toEqual({
    "portfolio.outstanding": ["0.00", "600.00", "600.00", "1000.00"],
    "collected.total": ["0.00", "400.00", "0.00", "-400.00"],
  });
  const [outstanding] = (await series("ids=portfolio.outstanding&currency=COP&periods=2")).series;
  expect(outstanding!.points.map(({ from, to, complete }) => [from, to, complete])).toEqual([
    ["2026-11-21", "2026-11-21", true],
    ["2026-11-22", "2026-11-22", false],
  ]);
});

it("as they were known on Saturday, up to Saturday", async () => {
  expect(await points(`ids=collected.total&currency=COP&periods=2&asOf=${saturday}`)).toEqual({ "collected.total": ["400.00", "0.00"] });
});

it("each point is the figure of its period", async () => {
  const metrics = "portfolio.outstanding,portfolio.debtors,recovery.period,delivery.delivered,promises.kept.count";
  for (const step of ["week", "month"]) {
    const view = await series(`ids=${metrics}&step=${step}&periods=2`);
    for (const [index, { from, to }] of view.series[0]!.points.entries()) {
      const figures = await desk.admin.call<FiguresView>("GET", `/api/figures?from=${from}&to=${to}&asOf=${view.asOf}`);
      for (const { id, points: own } of view.series) {
        expect(own[index]!.values).toEqual(figures.figures.find((figure) => figure.id === id)!.values);
      }
    }
  }
});

it("a currency in which nothing happened has nothing, and no figure of another", async () => {
  expect(await points("ids=collected.total,recovery.period&currency=CLP&periods=1")).toEqual({
    "collected.total": ["0"],
    "recovery.period": [null],
  });
});

it("a figure, a currency, an instant and a number that cannot be are refused, each in its words", async () => {
  await expect(series("ids=portfolio.outstanding,nothing")).rejects.toThrow(/figures\.metric_unknown/);
  await expect(series("ids=collected.total&currency=XYZ")).rejects.toThrow(/figures\.currency_unknown/);
  await expect(series("ids=collected.total&asOf=2031-01-01T00:00:00.000Z")).rejects.toThrow(/figures\.in_the_future/);
  await expect(series("ids=collected.total&periods=5000")).rejects.toThrow(/figures\.too_many_periods/);
  await expect(series("ids=collected.total&periods=0")).rejects.toThrow(/input\.invalid/);
});
