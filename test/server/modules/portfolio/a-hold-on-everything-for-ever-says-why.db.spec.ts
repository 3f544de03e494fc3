import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { DebtorsController } from "../../../../server/modules/portfolio/debtors.controller.js";
import { type Bench, debtsCsv, openPortfolio } from "./support/portfolio-bench.js";

let bench: Bench;
let debtor: { id: string; debt: string };

beforeAll(async () => {
  bench = await openPortfolio();
  await bench.importText(
    debtsCsv({ external_id: "C-1", name: "Ana Ruiz", phone: "3001234500", reference: "F-1", due_date: "2026-10-01", balance: "10.00" }),
  );
  const rows = await bench.db.rows<{ id: string; debt: string }>(
    "select d.public_id as id, x.public_id as debt from debtor d join debt x on x.debtor_id = d.id and x.account_id = d.account_id where d.account_id = ?",
    [bench.accountId],
  );
  debtor = rows[0]!;
});
afterAll(() => bench.close());

function hold(body: { note?: string | null; debtId?: string | null; until?: string | null }) {
  const whole = { reason: "manual" as const, note: null, debtId: null, until: null, ...body };
  const actor = { kind: "person", accountId: bench.accountId, hostUserId: 1, role: "administrator" } as never;
  return bench.app.get(DebtorsController).hold({ params: { id: debtor.id }, query: undefined, body: whole }, actor);
}

test("without an end and without a debt named it needs a note; each of the three is enough", async () => {
  await expect(hold({})).rejects.toMatchObject({ code: "hold.note_missing", detail: { field: "note" } });
  await expect(hold({ note: "no" })).rejects.toMatchObject({ code: "hold.note_missing" });
  const until = new Date(Date.UTC(2090, 0, 1)).toISOString();
  for (const body of [{ note: "her lawyer asks" }, { debtId: debtor.debt }, { until }])
    expect(await hold(body)).toMatchObject({ reason: "manual", releasedAt: null });
});
