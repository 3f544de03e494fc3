import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { CohortsView } from "../../../../../server/contract/kpis/figures.contract.js";
import type { FiguresView } from "../../../../../server/contract/kpis.contract.js";
import { Imports } from "../../../../../server/modules/imports/index.js";
import { sourceFromText } from "../../../../../server/modules/imports/file/csv-source.adapter.js";
import { Projector } from "../../../../../server/modules/kpis/index.js";
import { addDays } from "../../../../../server/shared/calendar.js";
import { DAY, toIso } from "../../../../../server/shared/instant.js";
import { debtsFile } from "../../../../support/debts-file.js";
import { type Desk, openDesk } from "../../../../support/desk.js";

/**
 * On paper. 100,000.00 are placed on 20 November. 45,000 come by day 30, 15,000 more by day 60, 6,000 more by day 90; of these 1,000, of day
 * 65, are taken back on day 70. On day 100, in February, 50,000.00 of another debtor are placed, and paid on the next day; with 10,000.00
 * too much. Nothing else is placed.
 */
let desk: Desk;
const PLACED = "2026-11-20";
const onDay = (day: number) => addDays(PLACED, day);
let today = 0;
let knownOnDay66 = "";

beforeAll(async () => {
  desk = await openDesk({
    ticks: "none",
    debts: debtsFile([{ id: "Ana", reference: "F-1", balance: "100000.00", dueDate: "2026-11-08", phone: "+573001110001" }]),
  });
  const until = async (day: number) => {
    await desk.clock.runFor((day - today) * DAY);
    today = day;
  };
  const pay = async (day: number, externalId: string, debtReference: string, amount: string) => {
    await until(day);
    const input = { externalId, debtReference, amount, currency: "COP", valueDate: onDay(day) };
    return (await desk.admin.call<{ id: string }>("POST", "/api/payments", input)).id;
  };
  await pay(10, "P-1", "F-1", "20000.00");
  await pay(30, "P-2", "F-1", "25000.00");
  await pay(60, "P-3", "F-1", "15000.00");
  const bounced = await pay(65, "P-4", "F-1", "1000.00");
  await until(66);
  await desk.app.get(Projector).catchUp(desk.account.id);
  knownOnDay66 = toIso(desk.clock.now());
  await until(70);
  await desk.admin.call("POST", `/api/payments/${bounced}/reverse`, { reason: "devuelto por el banco" });
  await pay(90, "P-5", "F-1", "5000.00");
  await until(100);
  const later = debtsFile([{ id: "Beto", reference: "F-2", balance: "50000.00", dueDate: "2027-02-01", phone: "+573001110002" }]);
  const actor = { kind: "person", accountId: desk.account.id, hostUserId: 1, role: "administrator" } as const;
  await desk.app.get(Imports).run(desk.account.id, "debts", sourceFromText("f.csv", later), actor, { mode: "delta", confirm: true });
  await pay(101, "P-6", "F-2", "60000.00");
  await until(111);
  await desk.app.get(Projector).catchUp(desk.account.id);
});
afterAll(() => desk?.close());

const cohorts = (query = "") => desk.admin.call<CohortsView>("GET", `/api/figures/cohorts?currency=COP&${query}`);

it("45, 60 and 65 per cent by day 30, 60 and 90: what was taken back never came", async () => {
  const [cop] = (await cohorts()).currencies;
  const november = cop!.cohorts.find(({ month }) => month === "2026-11")!;
  expect(november.readings.map(({ day, mature, text, n }) => [day, mature, text, n])).toEqual([
    [30, true, "45.0", 1],
    [60, true, "60.0", 1],
    [90, true, "65.0", 1],
  ]);
  expect(november.points.map(({ day, share }) => [day, share])).toEqual([
    [10, 20],
    [30, 45],
    [60, 60],
    [90, 65],
    [100, 65],
  ]);
});

it("as it was known on day 66, the money had come", async () => {
  const [cop] = (await cohorts(`asOf=${knownOnDay66}`)).currencies;
  const [november] = cop!.cohorts;
  // Of November's last day 55 days are over: the reading of day 60 is not ripe.
  expect(november!.readings.map(({ day, mature, at, text }) => [day, mature, at, text])).toEqual([
    [30, true, 30, "45.0"],
    [60, false, 55, "45.0"],
    [90, false, 55, "45.0"],
  ]);
  const figures = await desk.admin.call<FiguresView>("GET", `/api/figures?from=2026-11-01&to=2026-11-30&asOf=${knownOnDay66}`);
  const of = (id: string) => figures.figures.find((figure) => figure.id === id)!.values[0]!;
  // The debt itself was placed on the 20th, and is old enough.
  expect(of("recovery.by-day-60")).toMatchObject({ state: "value", text: "60.0", numerator: "6000000", denominator: "10000000", n: 1 });
  expect(of("recovery.by-day-90")).toMatchObject({ state: "no_data", reason: "too_young", currency: "COP" });
});

it("a cohort that is too young is flagged, told with its days and in no average; more than was placed counts for nothing", async () => {
  const [cop] = (await cohorts()).currencies;
  const february = cop!.cohorts.find(({ month }) => month === "2027-02")!;
  expect(february.placed).toBe("5000000");
  expect(february.readings.map(({ day, mature, at, text, numerator }) => [day, mature, at, text, numerator])).toEqual([
    [30, false, 10, "100.0", "5000000"],
    [60, false, 10, "100.0", "5000000"],
    [90, false, 10, "100.0", "5000000"],
  ]);
  expect(cop!.together.map(({ day, text, n }) => [day, text, n])).toEqual([
    [30, "45.0", 1],
    [60, "60.0", 1],
    [90, "65.0", 1],
  ]);
});

it("the figures of a period are of what was placed in it", async () => {
  const view = await desk.admin.call<FiguresView>("GET", "/api/figures?from=2026-11-01&to=2026-11-30");
  const of = (id: string) => view.figures.find((figure) => figure.id === id)!.values.map(({ text }) => text);
  expect([of("recovery.by-day-30"), of("recovery.by-day-60"), of("recovery.by-day-90")]).toEqual([["45.0"], ["60.0"], ["65.0"]]);
});
