import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type Bench, debtsCsv, openPortfolio, payment } from "../portfolio/support/portfolio-bench.js";

let bench: Bench;
beforeAll(async () => {
  bench = await openPortfolio();
  await bench.importText(debtsCsv({}));
});
afterAll(() => bench.close());

it("is not looked for in the ledgers of all debts when a payment is taken back", async () => {
  const paid = await bench.payments.record(bench.accountId, payment(), "api", bench.actor);
  const since = bench.statements.length;
  await bench.payments.reverse(bench.accountId, paid.public_id, "cheque devuelto", bench.actor);
  const asked = bench.statements.slice(since).flatMap((log) => /(select .*ledger_entry.*payment_id.*) \[took/s.exec(log)?.[1] ?? []);
  expect(asked).toHaveLength(1);
  // How MariaDB answers depends on what it has counted, of which an empty database has nothing.
  if (bench.db.dialectName === "mysql") return;
  const plan = await bench.db.rows<{ detail: string }>(`explain query plan ${asked[0]}`, [bench.accountId, 1]);
  expect(plan.map(({ detail }) => detail)).toContainEqual(expect.stringContaining("ledger_entry_payment (account_id=? AND payment_id=?)"));
});
