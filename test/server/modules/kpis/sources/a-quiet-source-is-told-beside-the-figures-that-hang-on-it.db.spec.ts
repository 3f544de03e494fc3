import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { FiguresView } from "../../../../../server/contract/kpis.contract.js";
import type { FigureSeriesView } from "../../../../../server/contract/kpis/series.contract.js";
import { Projector } from "../../../../../server/modules/kpis/index.js";
import { DAY, toIso } from "../../../../../server/shared/instant.js";
import { debtsFile } from "../../../../support/debts-file.js";
import { type Desk, openDesk } from "../../../../support/desk.js";

/** A payment each of five working days from Friday 20 November on, and then none. */
let desk: Desk;
let lively: string;
beforeAll(async () => {
  desk = await openDesk({ ticks: "none", debts: debtsFile([{ id: "Ana", reference: "F-1", balance: "1000.00", dueDate: "2026-11-08" }]) });
  for (const pause of [3, 1, 1, 1, 0]) {
    await desk.admin.call("POST", "/api/payments", {
      externalId: `P-${desk.clock.now()}`,
      debtReference: "F-1",
      amount: "10.00",
      currency: "COP",
      valueDate: "2026-11-20",
    });
    await desk.clock.runFor(pause * DAY);
  }
  lively = toIso(desk.clock.now());
  await desk.clock.runFor(5 * DAY);
  await desk.app.get(Projector).catchUp(desk.account.id);
});
afterAll(() => desk?.close());

it("with what it means in the reader's language, and since when", async () => {
  const { quiet } = await desk.admin.call<FiguresView>("GET", "/api/figures?lang=es");
  expect(quiet).toMatchObject([{ source: "payments", name: "Pagos", last: "2026-11-26", expected: "2026-11-27" }]);
  expect(quiet[0]!.text).toMatch(/no entra un pago/);
  expect(quiet[0]!.figures).toContain("collected.total");
  expect(quiet[0]!.figures).not.toContain("delivery.delivered");
});

it("of a series by the figures that were asked for, and as it was known then", async () => {
  const series = (query: string) => desk.admin.call<FigureSeriesView>("GET", `/api/figures/series?${query}`);
  expect((await series("ids=collected.total&periods=1")).quiet).toMatchObject([{ source: "payments", figures: ["collected.total"] }]);
  expect((await series("ids=delivery.delivered&periods=1")).quiet).toEqual([]);
  expect((await series(`ids=collected.total&periods=1&asOf=${lively}`)).quiet).toEqual([]);
});
