import { afterAll, beforeAll, describe, expect, it, test } from "@jest/globals";
import { registerKpi } from "../../../server/commands/kpi.command.js";
import type { FiguresView } from "../../../server/contract/kpis.contract.js";
import { Projector } from "../../../server/modules/kpis/index.js";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, openDesk } from "../../support/desk.js";
import { runSaldo } from "./support/run-saldo.js";

/** A debt in pesos, on Friday 20 November, and nothing else. */
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ ticks: "none", debts: debtsFile([{ id: "Ana", reference: "F-1", balance: "1000.00", dueDate: "2026-11-08" }]) });
  await desk.app.get(Projector).catchUp(desk.account.id);
});
afterAll(() => desk?.close());

const MONTH = "from=2026-11-01&to=2026-11-30";
const cost = (part: object) => ({ kind: "tools", amount: "10.00", currency: "COP", from: "2026-11-01", to: "2026-11-30", ...part });
const price = (part: object) => ({ country: "CO", category: "utility", price: "30", currency: "COP", from: "2026-11-01", ...part });

describe("over HTTP", () => {
  it.each([
    ["a period that ends before it begins", "GET", "/api/figures?from=2026-11-30&to=2026-11-01", undefined, "figures.period_backwards"],
    ["the same of a matrix", "GET", "/api/figures/matrix?from=2026-11-30&to=2026-11-01", undefined, "figures.period_backwards"],
    ["the same of cases", "GET", "/api/figures/collected.total/cases?from=2026-11-30&to=2026-11-01", undefined, "figures.period_backwards"],
    ["the same of a funnel", "GET", "/api/overview/funnel?from=2026-11-30&to=2026-11-01", undefined, "figures.period_backwards"],
    ["a day that no month has", "GET", "/api/figures?from=2026-02-30", undefined, '"from"'],
    ["an instant that has not come", "GET", "/api/figures?asOf=2031-01-01T00:00:00.000Z", undefined, "figures.in_the_future"],
    ["the same of ages", "GET", "/api/overview/ages?asOf=2031-01-01T00:00:00.000Z", undefined, "figures.in_the_future"],
    ["a currency that does not exist", "GET", `/api/figures/collected.total/cases?${MONTH}&currency=ZZZ`, undefined, '"currency"'],
    ["the same of a series", "GET", "/api/figures/series?ids=collected.total&currency=ZZZ", undefined, "figures.currency_unknown"],
    ["the same of ages", "GET", "/api/overview/ages?currency=ZZZ", undefined, '"currency"'],
    ["one in which nothing is owed", "GET", "/api/overview/ages?currency=CHF", undefined, "overview.currency_unknown"],
    ["a metric that does not exist", "GET", "/api/figures/series?ids=luck", undefined, "figures.metric_unknown"],
    ["the same of cases", "GET", "/api/figures/luck/cases", undefined, "figures.metric_unknown"],
    [
      "more periods than can be shown",
      "GET",
      "/api/figures/series?ids=collected.total&periods=4000",
      undefined,
      "figures.too_many_periods",
    ],
    ["a cost of the next month", "POST", "/api/costs", cost({ from: "2026-12-01", to: "2026-12-31" }), "cost.in_the_future"],
    ["a cost beyond this month", "POST", "/api/costs", cost({ to: "2026-12-01" }), "cost.in_the_future"],
    ["a cost that ends before it begins", "POST", "/api/costs", cost({ from: "2026-11-20", to: "2026-11-01" }), "cost.backwards"],
    ["a cost in a currency that does not exist", "POST", "/api/costs", cost({ currency: "ZZZ" }), '"currency"'],
    ["a price in one", "PUT", "/api/prices", price({ currency: "ZZZ" }), '"currency"'],
  ] as const)("%s is refused by name", async (_, method, path, body, named) => {
    await expect(desk.admin.call(method, path, body)).rejects.toThrow(named);
  });

  it("what has nothing below the line has no figure, says why, and is neither nothing nor everything", async () => {
    const { figures } = await desk.admin.call<FiguresView>("GET", `/api/figures?${MONTH}`);
    const of = (id: string) => figures.find((figure) => figure.id === id)!.values;
    for (const id of ["promises.kept.count", "contact.successful.attempts", "recovery.time.mean", "schedule.compliance"]) {
      expect([id, of(id)]).toEqual([id, [expect.objectContaining({ state: "no_data", text: null, reason: "nothing_below" })]]);
    }
    expect(of("dso.simple")).toEqual([expect.objectContaining({ state: "not_applicable", text: null, reason: "no_sales" })]);
  });
});

describe("by the command line", () => {
  const explain = (...words: string[]) => runSaldo(desk, [registerKpi], ["kpi", "explain", ...words]);

  test.each([
    [
      "a period that ends before it begins",
      ["recovery.period", "--from", "2026-11-30", "--to", "2026-11-01"],
      "figures.period_backwards",
      "--to",
    ],
    ["a day that no month has", ["recovery.period", "--from", "2026-02-30"], "date.invalid", "--from"],
    ["what is no day", ["recovery.period", "--to", "yesterday"], "date.invalid", "--to"],
    ["an instant that has not come", ["recovery.period", "--as-of", "2031-01-01T00:00:00Z"], "kpi.in_the_future", "--as-of"],
    ["a metric that does not exist", ["luck"], "figures.metric_unknown", "metric"],
  ] as const)("%s is refused by name", async (_, words, code, field) => {
    await expect(explain(...words)).rejects.toMatchObject({ code, detail: { field } });
  });

  test("what has nothing below the line says so", async () => {
    expect((await explain("promises.kept.count", "--from", "2026-11-01")).out).toContain("no figure: ");
  });
});
