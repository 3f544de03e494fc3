import { afterAll, beforeAll, expect, it, jest } from "@jest/globals";
import { DebtorsView, type DebtorsQuery } from "../../../../server/modules/portfolio/debtors.view.js";
import { Sealer } from "../../../../server/platform/crypto/seal.js";
import { type Bench, debtsCsv, openPortfolio } from "./support/portfolio-bench.js";

let bench: Bench;

beforeAll(async () => {
  bench = await openPortfolio();
  const names = ["José Ñáñez Ávila", "Jose Avila", "María José Gómez", "Pedro Ruiz"];
  await bench.importText(
    debtsCsv(
      ...names.map((name, n) => ({
        external_id: `C-${n}`,
        name,
        document: `1.020.30${n}`,
        phone: `300123450${n}`,
        reference: `F-${n}`,
        due_date: `2026-10-0${n + 1}`,
        balance: n === 3 ? "0" : "10.00",
      })),
    ),
  );
});
afterAll(() => bench.close());

async function list(query: Partial<DebtorsQuery>): Promise<string[]> {
  const page = await bench.app.get(DebtorsView).list(bench.accountId, { limit: 50, ...query });
  return page.items.map(({ name }) => name);
}

it.each([
  ["AVILA jose", ["José Ñáñez Ávila", "Jose Avila"]],
  ["nañez", ["José Ñáñez Ávila"]],
  ["jose", ["José Ñáñez Ávila", "Jose Avila", "María José Gómez"]],
  ["C-2", ["María José Gómez"]],
  ["F-3", ["Pedro Ruiz"]],
  ["300 123 4501", ["Jose Avila"]],
  ["+57 300 123 4501", ["Jose Avila"]],
  ["1020302", ["María José Gómez"]],
  ["avi", ["José Ñáñez Ávila", "Jose Avila"]],
  ["jos", ["José Ñáñez Ávila", "Jose Avila", "María José Gómez"]],
  ["av", []],
])("finds %s", async (q, names) => {
  const open = jest.spyOn(bench.app.get(Sealer), "open");
  expect(await list({ q })).toEqual(names);
  // A name each, and for each at most the key that opens it.
  expect(open.mock.calls.length).toBeLessThanOrEqual(2 * names.length);
  open.mockRestore();
});

it("lists the most overdue first, page by page, with stage and state", async () => {
  const view = bench.app.get(DebtorsView);
  const first = await view.list(bench.accountId, { limit: 2 });
  const second = await view.list(bench.accountId, { limit: 2, cursor: first.next! });
  expect([...first.items, ...second.items].map(({ externalId, state, stage }) => [externalId, state, stage])).toEqual([
    ["C-0", "chased", "d31_90"],
    ["C-1", "chased", "d31_90"],
    ["C-2", "chased", "d31_90"],
    ["C-3", "settled", null],
  ]);
  expect(second.next).toBeNull();
  expect(first.items[0]).toMatchObject({ owes: [{ minor: 1000, currency: "COP" }], debts: 1, phoneEnding: "4500" });
  expect(await list({ state: "settled" })).toEqual(["Pedro Ruiz"]);
  expect(await list({ stage: "d31_90" })).toHaveLength(3);
  expect(await list({ stage: "d1_30" })).toEqual([]);
  await expect(list({ cursor: "nonsense" })).rejects.toMatchObject({ code: "cursor.invalid" });
});
