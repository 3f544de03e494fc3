import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { DebtorsController } from "../../../../server/modules/portfolio/debtors.controller.js";
import { Holds } from "../../../../server/modules/portfolio/index.js";
import { HOUR } from "../../../../server/shared/instant.js";
import { type Bench, debtsCsv, openPortfolio } from "./support/portfolio-bench.js";

let bench: Bench;
let debtorId: number;

beforeAll(async () => {
  bench = await openPortfolio();
  await bench.importText(debtsCsv({}));
  debtorId = Number((await bench.dump("debtor"))[0]!["id"]);
});
afterAll(() => bench.close());

async function active(): Promise<string[]> {
  const holds = (await bench.reader.activeHolds(bench.accountId, [debtorId], bench.clock.now())).get(debtorId) ?? [];
  return holds.map(({ reason }) => reason);
}

it("does not place the same hold twice", async () => {
  const records = bench.entries.length;
  const place = () =>
    bench.app.get(Holds).place(bench.accountId, { debtorId, reason: "dispute", actor: { kind: "debtor" }, note: "no reconoce la compra" });
  const [first, second] = [await place(), await place()];
  expect(second.public_id).toBe(first.public_id);
  expect(bench.entries.slice(records)).toMatchObject([
    { type: "hold.placed", payload: { reason: "dispute", debt: null, until: null }, personal: { note: "no reconoce la compra" } },
  ]);
  expect(await active()).toEqual(["dispute"]);
});

it("shows it with its note, and ends it once", async () => {
  const debtors = bench.app.get(DebtorsController);
  const id = String((await bench.dump("debtor"))[0]!["public_id"]);
  const page = await debtors.debtor({ params: { id }, query: undefined, body: undefined }, bench.actor);
  expect(page).toMatchObject({
    name: "Ana Pérez",
    conversation: null,
    owes: [{ minor: 80_000, currency: "COP" }],
    overdue: [{ minor: 80_000 }],
  });
  expect(page.holds).toMatchObject([{ reason: "dispute", by: "debtor", note: "no reconoce la compra", releasedAt: null }]);
  expect(page.debts).toMatchObject([{ held: true, stage: "d1_30", daysPastDue: 19 }]);
  expect(page.contactPoints).toMatchObject([{ masked: "••• 4567", usable: true }]);
  const records = bench.entries.length;
  for (let time = 0; time < 2; time++) {
    const released = await debtors.releaseHold(
      { params: { id: page.holds[0]!.id }, query: undefined, body: { note: "resuelto" } },
      bench.actor,
    );
    expect(released.releasedAt).not.toBeNull();
  }
  expect(bench.typesSince(records)).toEqual(["hold.released"]);
  expect(await active()).toEqual([]);
});

it("is over when its time has come", async () => {
  await bench.app.get(Holds).place(bench.accountId, { debtorId, reason: "promise", until: bench.clock.now() + HOUR, actor: bench.actor });
  expect(await active()).toEqual(["promise"]);
  await bench.clock.runFor(HOUR);
  expect(await active()).toEqual([]);
});

it("refuses an end that has passed, and another debtor's debt", async () => {
  const hold = (body: object) =>
    bench.app
      .get(DebtorsController)
      .hold(
        { params: { id: page }, query: undefined, body: { reason: "manual", debtId: null, until: null, note: null, ...body } },
        bench.actor,
      );
  const page = String((await bench.dump("debtor"))[0]!["public_id"]);
  await expect(hold({ until: "2026-11-01T00:00:00Z" })).rejects.toMatchObject({ code: "hold.over", detail: { field: "until" } });
  await expect(hold({ debtId: page })).rejects.toMatchObject({ code: "debt.not_found" });
});
