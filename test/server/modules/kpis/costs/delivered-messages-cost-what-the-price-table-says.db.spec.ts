import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { CostsView, CostSplitView, PriceView } from "../../../../../server/contract/kpis/costs.contract.js";
import { Projector } from "../../../../../server/modules/kpis/index.js";
import { JobQueue } from "../../../../../server/platform/queue/job-queue.js";
import { HOUR, SECOND } from "../../../../../server/shared/instant.js";
import { debtsFile } from "../../../../support/debts-file.js";
import { type Desk, openDesk } from "../../../../support/desk.js";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({
    ticks: "none",
    debts: debtsFile([
      { id: "Ana", reference: "F-1", phone: "+573001110001" },
      { id: "Beto", reference: "F-2", phone: "+573001110002" },
      { id: "Carla", reference: "F-3", phone: "+573001110003", consent: "no" },
    ]),
  });
  await desk.turnOn();
  for (const lane of ["listing", "dispatch"] as const) {
    await desk.app.get(JobQueue).wake(lane);
    await desk.clock.runFor(SECOND);
  }
  await desk.clock.runFor(HOUR);
  await desk.app.get(Projector).catchUp(desk.account.id);
});
afterAll(() => desk?.close());

const november = async () => (await desk.admin.call<CostsView>("GET", "/api/costs?currency=COP&months=1")).months[0]!;
const setPrice = (price: string, from: string, currency = "COP") =>
  desk.admin.call<{ items: PriceView[] }>("PUT", "/api/prices", { country: "CO", category: "utility", price, currency, from });

test("without a price the messages are missing, and it is said which", async () => {
  expect(desk.sent()).toHaveLength(2);
  expect((await november()).byKind["messages"]).toBeNull();
  expect((await desk.admin.call<CostsView>("GET", "/api/costs")).unpriced).toEqual([{ country: "CO", category: "utility", messages: 2 }]);
});

test("with one, each delivered message costs it; the newest that had begun holds", async () => {
  await setPrice("32.5", "2026-10-01");
  expect((await november()).byKind["messages"]).toBe(6_500);
  await setPrice("40", "2026-11-20");
  expect((await november()).byKind["messages"]).toBe(8_000);
  const { items } = await setPrice("41.25", "2026-11-20");
  expect(items.map(({ price, from }) => [price, from])).toEqual([
    ["41.25", "2026-11-20"],
    ["32.50", "2026-10-01"],
  ]);
  expect((await november()).byKind["messages"]).toBe(8_250);
});

test("by cadence and stage the same messages add up to the same", async () => {
  for (const by of ["cadence", "stage"] as const) {
    const { rows } = await desk.admin.call<CostSplitView>("GET", `/api/costs/split?by=${by}&currency=COP&month=2026-11`);
    expect(rows.reduce((sum, { known }) => sum + known, 0)).toBe(8_250);
    expect(rows.reduce((sum, { messages }) => sum + messages, 0)).toBe(2);
    if (by === "stage") expect(rows[0]).toMatchObject({ key: "d1_30", recovered: 0 });
  }
});

test("a price that is taken out leaves the one before it", async () => {
  const { items } = await desk.admin.call<{ items: PriceView[] }>("GET", "/api/prices");
  await desk.admin.call("DELETE", `/api/prices/${items[0]!.id}`);
  expect((await november()).byKind["messages"]).toBe(6_500);
  await expect(desk.admin.call("DELETE", `/api/prices/${items[0]!.id}`)).rejects.toThrow(/message_price\.not_found/);
});
