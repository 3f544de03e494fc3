import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { OverviewAges } from "../../../../../server/contract/kpis/overview.contract.js";
import { Projector } from "../../../../../server/modules/kpis/index.js";
import { DAY, toIso } from "../../../../../server/shared/instant.js";
import { debtsFile } from "../../../../support/debts-file.js";
import { type Desk, openDesk } from "../../../../support/desk.js";

let desk: Desk;
let friday: string;
beforeAll(async () => {
  desk = await openDesk({
    ticks: "none",
    debts: debtsFile([
      { id: "Ana", reference: "F-1", balance: "1000.00", dueDate: "2026-11-08" },
      { id: "Ana", reference: "F-2", balance: "200.00", dueDate: "2026-12-01" },
      { id: "Beto", reference: "F-3", balance: "500.00", dueDate: "2026-11-20" },
    ]),
  });
  await desk.app.get(Projector).catchUp(desk.account.id);
  friday = toIso(desk.clock.now());
  await desk.clock.runFor(DAY);
  const payment = { externalId: "P-1", debtReference: "F-1", amount: "1000.00", currency: "COP", valueDate: "2026-11-21" };
  await desk.admin.call("POST", "/api/payments", payment);
  await desk.app.get(Projector).catchUp(desk.account.id);
});
afterAll(() => desk?.close());

const ages = (query: string) => desk.admin.call<OverviewAges>("GET", `/api/overview/ages?${query}`);

it("on Friday one debt was late and one fell due", async () => {
  const view = await ages(`asOf=${friday}`);
  expect(view).toMatchObject({ date: "2026-11-20", share: 1 });
  expect(view.currencies).toEqual([
    {
      currency: "COP",
      debts: 3,
      balanceMinor: 170_000,
      overdueDebts: 1,
      overdueMinor: 100_000,
      debtors: 2,
      overdueDebtors: 1,
      stages: [
        { stage: "pre_due", debts: 1, balanceMinor: 20_000 },
        { stage: "due", debts: 1, balanceMinor: 50_000 },
        { stage: "d1_30", debts: 1, balanceMinor: 100_000 },
        { stage: "d31_90", debts: 0, balanceMinor: 0 },
        { stage: "d91_plus", debts: 0, balanceMinor: 0 },
      ],
    },
  ]);
});

it("on Saturday that debt is paid and the other is late", async () => {
  const [cop] = (await ages("")).currencies;
  expect(cop).toMatchObject({ debts: 2, balanceMinor: 70_000, overdueMinor: 50_000, overdueDebtors: 1, debtors: 2 });
});

it("what cannot be asked for is refused in words", async () => {
  await expect(ages("currency=BRL")).rejects.toThrow(/overview\.currency_unknown/);
  await expect(ages("currency=XXX")).rejects.toThrow(/ISO 4217/);
  await expect(ages("asOf=2031-01-01T00:00:00.000Z")).rejects.toThrow(/figures\.in_the_future/);
  for (const part of ["funnel", "denials"])
    await expect(desk.admin.call("GET", `/api/overview/${part}?from=2026-11-30&to=2026-11-01`)).rejects.toThrow(
      /figures\.period_backwards/,
    );
});
