import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { DebtorsController } from "../../../../server/modules/portfolio/debtors.controller.js";
import { ImportsController } from "../../../../server/modules/imports/run/imports.controller.js";
import { PaymentsController } from "../../../../server/modules/payments/payments.controller.js";
import { Consents, Holds } from "../../../../server/modules/portfolio/index.js";
import { type Bench, debtsCsv, openPortfolio, payment } from "./support/portfolio-bench.js";

let bench: Bench;
let debtor: { readonly rowId: number; readonly id: string };
let holdId: string;
let paymentId: string;
let importId: string;

beforeAll(async () => {
  bench = await openPortfolio();
  importId = (await bench.importText(debtsCsv({}, { reference: "F-2", due_date: "x" }))).publicId;
  paymentId = (await bench.payments.record(bench.accountId, payment(), "api", bench.actor)).public_id;
  const [row] = await bench.dump("debtor");
  debtor = { rowId: Number(row!["id"]), id: String(row!["public_id"]) };
  const { hold } = bodies();
  holdId = (await bench.app.get(DebtorsController).hold({ params: { id: debtor.id }, query: undefined, body: hold }, bench.actor)).id;
});
afterAll(() => bench.close());

function bodies() {
  return { hold: { reason: "manual", debtId: null, until: null, note: "llamó la familia" } as const, note: { note: "enough" } };
}

it("answers not found to whoever is of another account, and changes nothing", async () => {
  const stranger = bench.otherActor;
  const debtors = bench.app.get(DebtorsController);
  const payments = bench.app.get(PaymentsController);
  const before = await Promise.all(["hold", "payment", "debt", "ledger_entry", "contact_point"].map(bench.dump));
  const records = bench.entries.length;
  const query = undefined;

  await expect(debtors.debtor({ params: { id: debtor.id }, query, body: undefined }, stranger)).rejects.toMatchObject({
    kind: "not_found",
  });
  await expect(debtors.hold({ params: { id: debtor.id }, query, body: bodies().hold }, stranger)).rejects.toMatchObject({
    kind: "not_found",
  });
  await expect(debtors.releaseHold({ params: { id: holdId }, query, body: bodies().note }, stranger)).rejects.toMatchObject({
    kind: "not_found",
  });
  await expect(payments.reverse({ params: { id: paymentId }, query, body: { reason: "none" } }, stranger)).rejects.toMatchObject({
    kind: "not_found",
  });
  await expect(payments.identify({ params: { id: paymentId }, query, body: { debtReference: "F-1" } }, stranger)).rejects.toMatchObject({
    kind: "not_found",
  });
  await expect(
    bench.app.get(ImportsController).errors({ params: { id: importId }, query: {}, body: undefined }, stranger),
  ).rejects.toMatchObject({ kind: "not_found" });
  await expect(
    bench.app.get(Holds).place(bench.otherAccountId, { debtorId: debtor.rowId, reason: "manual", actor: stranger }),
  ).rejects.toMatchObject({ kind: "not_found" });
  await expect(
    bench.app.get(Consents).withdraw(bench.otherAccountId, debtor.rowId, "whatsapp", "reply", bench.clock.now()),
  ).rejects.toMatchObject({ kind: "not_found" });

  expect(await Promise.all(["hold", "payment", "debt", "ledger_entry", "contact_point"].map(bench.dump))).toEqual(before);
  expect(bench.entries).toHaveLength(records);
});

it("lists and reads nothing of it", async () => {
  const { otherAccountId: other, reader } = bench;
  const ids = [debtor.rowId];
  const list = { params: undefined, query: { limit: 50, q: "F-1" }, body: undefined };
  expect(await bench.app.get(DebtorsController).debtors(list, bench.otherActor)).toMatchObject({ items: [] });
  expect(await bench.app.get(PaymentsController).list({ ...list, query: { limit: 50 } }, bench.otherActor)).toMatchObject({ items: [] });
  expect(await bench.app.get(ImportsController).list({ ...list, query: { limit: 50 } }, bench.otherActor)).toMatchObject({ items: [] });
  expect(await reader.findDebtor(other, debtor.id)).toBeNull();
  expect(await bench.debtorIdByPhone("+573001234567", other)).toBeNull();
  for (const answer of [
    reader.debtors(other, ids),
    reader.debts(other, ids),
    reader.names(other, ids),
    reader.contactPoints(other, ids),
    reader.values(other, ids),
  ]) {
    expect(await answer).toEqual(new Map());
  }
  expect(await reader.activeHolds(other, ids, bench.clock.now())).toEqual(new Map());
});

it("names the account in every statement on the module's tables", () => {
  const ours =
    /\b(from|into|update|join) [`"]?(debtor|debtor_lookup|contact_point|debt|ledger_entry|payment|hold|import_reject|portfolio_import)[`"]?(?!\w)/;
  const looksOfThisTest = /select \* from \w+ order by id/;
  const seen = bench.statements.filter((sql) => ours.test(sql) && !looksOfThisTest.test(sql));
  expect(seen.length).toBeGreaterThan(40);
  expect(seen.filter((sql) => !sql.includes("account_id"))).toEqual([]);
});
