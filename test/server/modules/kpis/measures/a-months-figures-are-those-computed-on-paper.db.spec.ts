import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { FiguresView } from "../../../../../server/contract/kpis.contract.js";
import { Projector } from "../../../../../server/modules/kpis/index.js";
import { DAY, HOUR, SECOND, toIso } from "../../../../../server/shared/instant.js";
import { JobQueue } from "../../../../../server/platform/queue/job-queue.js";
import { debtsFile } from "../../../../support/debts-file.js";
import { type Desk, openDesk } from "../../../../support/desk.js";

/**
 * On paper. Friday 20 November: F-1 of Ana 1,000 due the 8th, F-2 of Beto 500 due the 18th, F-3 of Carla 300 due 5 December come into
 * collection; 1,500 of them overdue. 300 come for F-1 and 500 for F-2, two days after it was due. On the 21st the 300 are taken back.
 */
let desk: Desk;
let friday: string;
beforeAll(async () => {
  desk = await openDesk({
    ticks: "none",
    debts: debtsFile([
      { id: "Ana", reference: "F-1", balance: "1000.00", dueDate: "2026-11-08", phone: "+573001110001" },
      { id: "Beto", reference: "F-2", balance: "500.00", dueDate: "2026-11-18", phone: "+573001110002" },
      { id: "Carla", reference: "F-3", balance: "300.00", dueDate: "2026-12-05", phone: "+573001110003" },
    ]),
  });
  await desk.turnOn();
  for (const lane of ["listing", "dispatch"] as const) {
    await desk.app.get(JobQueue).wake(lane);
    await desk.clock.runFor(SECOND);
  }
  desk.sandbox.playDebtor({ accountId: 1, phone: "+573001110001", text: "Recordarme después" });
  await desk.clock.runFor(HOUR);
  const pay = (externalId: string, debtReference: string, amount: string) =>
    desk.admin.call<{ id: string }>("POST", "/api/payments", {
      externalId,
      debtReference,
      amount,
      currency: "COP",
      valueDate: "2026-11-20",
    });
  const { id } = await pay("P-1", "F-1", "300.00");
  await pay("P-2", "F-2", "500.00");
  friday = toIso(desk.clock.now());
  await desk.clock.runFor(DAY);
  await desk.admin.call("POST", `/api/payments/${id}/reverse`, { reason: "devuelto por el banco" });
  await desk.app.get(Projector).catchUp(desk.account.id);
});
afterAll(() => desk?.close());

async function figures(query: string): Promise<(id: string) => { text: string | null; reason: string | null; why: string | null }> {
  const view = await desk.admin.call<FiguresView>("GET", `/api/figures?from=2026-11-01&to=2026-11-30&${query}`);
  return (id) => {
    const [value] = view.figures.find((figure) => figure.id === id)!.values;
    return { text: value?.text ?? null, reason: value?.reason ?? null, why: value?.why ?? null };
  };
}
const texts = async (query: string, ids: readonly string[]) => {
  const of = await figures(query);
  return Object.fromEntries(ids.map((id) => [id, of(id).text]));
};

it("now", async () => {
  expect(
    await texts("", [
      "portfolio.outstanding",
      "portfolio.overdue",
      "portfolio.debtors",
      "recovery.period",
      "collected.total",
      "collected.each-paying",
      "recovery.time.mean",
      "contact.successful.attempts",
    ]),
  ).toEqual({
    "portfolio.outstanding": "1300.00",
    "portfolio.overdue": "1000.00",
    "portfolio.debtors": "2",
    // 500 of 1,500
    "recovery.period": "33.3",
    "collected.total": "500.00",
    "collected.each-paying": "500.00",
    "recovery.time.mean": "2",
    // Of the two that are due, Ana answered.
    "contact.successful.attempts": "50.0",
  });
});

it("as it was known on Friday evening, before the money was taken back", async () => {
  expect(await texts(`asOf=${friday}`, ["portfolio.outstanding", "portfolio.overdue", "recovery.period", "collected.total"])).toEqual({
    "portfolio.outstanding": "1000.00",
    "portfolio.overdue": "700.00",
    // 800 of 1,500
    "recovery.period": "53.3",
    "collected.total": "800.00",
  });
});

it("what has nothing below the line, or is not counted yet, has no figure and says why in the reader's language", async () => {
  const of = await figures("lang=pt-BR");
  expect(of("promises.kept.count")).toEqual({ text: null, reason: "nothing_below", why: "Neste período não há com que comparar." });
  expect(of("contact.first-call").reason ?? of("promises.per-call").reason).toBe("calls");
});

it("a period that ends before it begins, and an instant that has not come, are refused in words", async () => {
  await expect(desk.admin.call("GET", "/api/figures?from=2026-11-30&to=2026-11-01")).rejects.toThrow(/figures\.period_backwards/);
  await expect(desk.admin.call("GET", "/api/figures?asOf=2031-01-01T00:00:00.000Z")).rejects.toThrow(/figures\.in_the_future/);
});
