import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { registerKpi } from "../../../server/commands/kpi.command.js";
import { toIso } from "../../../server/shared/instant.js";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, openDesk } from "../../support/desk.js";
import { runSaldo } from "./support/run-saldo.js";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({
    ticks: "none",
    debts: debtsFile([
      { id: "Ana", reference: "F-1" },
      { id: "Beto", reference: "F-2" },
    ]),
  });
});
afterAll(() => desk?.close());

const saldo = (...words: string[]) => runSaldo(desk, [registerKpi], words);

const owed = async (...words: string[]) => {
  const { stages } = JSON.parse((await saldo("kpi", "portfolio", "--json", ...words)).out) as {
    stages: { currency: string; debts: number; balanceMinor: number }[];
  };
  return stages.reduce((sum, { debts, balanceMinor }) => ({ debts: sum.debts + debts, minor: sum.minor + balanceMinor }), {
    debts: 0,
    minor: 0,
  });
};

test("what was owed is told as of any instant that has passed", async () => {
  const before = toIso(desk.clock.now());
  const whole = await owed();
  expect(whole.debts).toBe(2);
  await desk.clock.runFor(60_000);
  await desk.admin.call("POST", "/api/payments", {
    externalId: "P-1",
    debtReference: "F-1",
    amount: "10.00",
    currency: "COP",
    valueDate: "2026-11-19",
  });
  expect(await owed()).toEqual({ debts: 2, minor: whole.minor - 1_000 });
  expect(await owed("--as-of", before)).toEqual(whole);
  expect(await owed("--as-of", "2026-01-01T00:00:00Z")).toEqual({ debts: 0, minor: 0 });
});

test("an instant that has not come, or one without its zone, is refused in words", async () => {
  await expect(saldo("kpi", "portfolio", "--as-of", "2031-01-01T00:00:00Z")).rejects.toMatchObject({ code: "kpi.in_the_future" });
  await expect(saldo("kpi", "portfolio", "--as-of", "2026-11-01T00:00")).rejects.toThrow(/with its zone/);
});

test("a number that was tampered with is found and named, and a rebuild makes it right", async () => {
  expect(await saldo("kpi", "reconcile")).toEqual({ out: "The numbers agree with the ledger, debt by debt\n", code: 0 });
  await desk.db.inUnitOfWork("test", () =>
    desk.db.run(
      "update debt_span set balance_minor = balance_minor + 1 where account_id = ? and debt_id = (select min(id) from debt where account_id = ?)",
      [desk.account.id, desk.account.id],
    ),
  );
  const found = await saldo("kpi", "reconcile");
  expect(found.code).toBe(1);
  expect(found.out).toMatch(/^debt {5}[0-9a-f-]{36} {2}ledger COP [\d.]+, numbers [\d.]+\nThey differ\./);
  expect((await saldo("kpi", "rebuild")).code).toBe(0);
  expect((await saldo("kpi", "reconcile")).code).toBe(0);
});
