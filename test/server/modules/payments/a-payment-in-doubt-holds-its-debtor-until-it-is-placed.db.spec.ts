import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { Holds } from "../../../../server/modules/portfolio/index.js";
import { ImportUndo } from "../../../../server/modules/imports/index.js";
import { type Bench, debtsCsv, openPortfolio, payment } from "../portfolio/support/portfolio-bench.js";

let bench: Bench;
let debtorId: number;

beforeEach(async () => {
  bench = await openPortfolio();
  await bench.importText(
    debtsCsv({}, { reference: "F-2", currency: "MXN" }, { reference: "F-8", external_id: "C-2", phone: "3007654321" }),
  );
  debtorId = Number((await bench.dump("debtor")).find((row) => row["external_id"] === "C-1")!["id"]);
});
afterEach(() => bench.close());

const record = (overrides: Parameters<typeof payment>[0]) => bench.payments.record(bench.accountId, payment(overrides), "api", bench.actor);
const identify = (publicId: string, debtReference: string | null, debtorExternalId: string | null = null) =>
  bench.payments.identify(bench.accountId, publicId, { debtReference, debtorExternalId }, bench.actor);
const held = async () => {
  const holds = await bench.reader.activeHolds(bench.accountId, [debtorId], bench.clock.now());
  return (holds.get(debtorId) ?? []).map(({ reason, debtId }) => ({ reason, debtId }));
};
const heldDebtors = async () => {
  const rows = await bench.db.rows<{ id: string }>(
    "select distinct b.external_id as id from hold h join debtor b on b.account_id = h.account_id and b.id = h.debtor_id where h.account_id = ? and h.released_at is null order by id",
    [bench.accountId],
  );
  return rows.map(({ id }) => id);
};
const IN_DOUBT = [{ reason: "already_paid", debtId: null }];

it("holds a debtor who paid for something we do not know, and frees them when a person has said what it was for", async () => {
  const lost = await record({ debtReference: "F-9", debtorExternalId: "C-1" });
  expect(await held()).toEqual(IN_DOUBT);
  await identify(lost.public_id, "F-1");
  expect(await held()).toEqual([]);
  expect(bench.entries.at(-1)).toMatchObject({ type: "hold.released", actor: { kind: "system" } });
});

it("frees them too when it turns out to be another debtor's, or is taken back", async () => {
  const another = await record({ debtReference: "F-9", debtorExternalId: "C-1" });
  await identify(another.public_id, "F-8");
  expect(await held()).toEqual([]);

  const bounced = await record({ externalId: "P-2", debtReference: "F-9", debtorExternalId: "C-1" });
  expect(await held()).toEqual(IN_DOUBT);
  await bench.payments.reverse(bench.accountId, bounced.public_id, "cheque devuelto", bench.actor);
  expect(await held()).toEqual([]);
});

it("waits for the last of several payments in doubt", async () => {
  const first = await record({ debtReference: "F-9", debtorExternalId: "C-1" });
  const second = await record({ externalId: "P-2", debtReference: "F-10", debtorExternalId: "C-1" });
  await identify(first.public_id, "F-1");
  expect(await held()).toEqual(IN_DOUBT);
  await identify(second.public_id, "F-1");
  expect(await held()).toEqual([]);
});

it("does not take a payment in a currency the debtor does not owe for too much of nothing", async () => {
  const dollars = await record({ currency: "USD" });
  expect(dollars).toMatchObject({ status: "unidentified", debtor_id: null });
  expect(await held()).toEqual(IN_DOUBT);
  await expect(identify(dollars.public_id, "F-1")).rejects.toMatchObject({
    code: "payment.other_currency",
    detail: { params: { currency: "USD" } },
  });
  expect(await identify(dollars.public_id, null, "C-1")).toMatchObject({ status: "overpaid", unallocated_minor: 30_000 });
  expect(await held()).toEqual([]);
});

it("leaves what a person held", async () => {
  await bench.app.get(Holds).place(bench.accountId, { debtorId, reason: "already_paid", actor: bench.actor });
  const lost = await record({ debtReference: "F-9", debtorExternalId: "C-1" });
  await identify(lost.public_id, "F-1");
  expect(await held()).toEqual(IN_DOUBT);
});

it("frees them when the file that brought the payment is undone", async () => {
  const file = "payment_id,reference,external_id,amount,currency,value_date\nP-1,F-9,C-1,1.00,COP,2026-11-19";
  const { publicId } = await bench.importText(file, "payments");
  expect(await held()).toEqual(IN_DOUBT);
  await bench.app.get(ImportUndo).now(bench.accountId, publicId, "archivo equivocado", bench.actor);
  expect(await held()).toEqual([]);
});

it("holds everybody who may have paid, and frees them all when it is placed", async () => {
  // The same reference in another system is another debtor's.
  await bench.importText(`source,${debtsCsv({ external_id: "C-3", phone: "3001112233" }).replace("\n", "\nERP,")}`);
  const either = await record({});
  expect(either).toMatchObject({ status: "unidentified" });
  expect(await heldDebtors()).toEqual(["C-1", "C-3"]);
  await identify(either.public_id, "F-1", "C-3");
  expect(await heldDebtors()).toEqual([]);

  await record({ externalId: "P-2", debtReference: "F-8", debtorExternalId: "C-l" });
  await record({ externalId: "P-3", debtReference: "F-8", debtorExternalId: "C-1" });
  expect(await heldDebtors()).toEqual(["C-1", "C-2"]);
});

it("holds those whose debt comes after the payment for it: the file may not have heard of it", async () => {
  const early = await record({ debtReference: "F-9" });
  const named = await record({ externalId: "P-2", debtReference: null, debtorExternalId: "C-9" });
  expect(await heldDebtors()).toEqual([]);
  await bench.importText(debtsCsv({ reference: "F-9" }, { external_id: "C-9", phone: "3009998877", reference: "F-10" }));
  expect(await heldDebtors()).toEqual(["C-1", "C-9"]);
  await identify(early.public_id, "F-9");
  await identify(named.public_id, null, "C-9");
  expect(await heldDebtors()).toEqual([]);
});

it("frees those whose debts were a wrong file's, when it is undone, and holds them again when the file comes again", async () => {
  await record({ debtReference: "F-9" });
  await bench.clock.runFor(1_000);
  const file = debtsCsv({ external_id: "C-9", phone: "3009998877", reference: "F-9" });
  const { publicId } = await bench.importText(file);
  expect(await heldDebtors()).toEqual(["C-9"]);
  await bench.app.get(ImportUndo).now(bench.accountId, publicId, "archivo equivocado", bench.actor);
  expect(await heldDebtors()).toEqual([]);
  await bench.importText(file);
  expect(await heldDebtors()).toEqual(["C-9"]);
});

it("leaves what the debtor said meanwhile", async () => {
  const lost = await record({ debtReference: "F-9", debtorExternalId: "C-1" });
  await bench.app.get(Holds).place(bench.accountId, { debtorId, reason: "already_paid", actor: { kind: "debtor" } });
  await identify(lost.public_id, "F-1");
  expect(await held()).toEqual(IN_DOUBT);
});

it("holds whoever it names by a number alone, or beside others", async () => {
  await bench.importText(
    debtsCsv(
      { external_id: "C-5", phone: "3001112255", reference: "FE-1001" },
      { external_id: "C-6", phone: "3001112266", reference: "FE-1002" },
      { external_id: "C-7", phone: "3001112277", reference: "FE-1003" },
    ),
  );
  const number = await record({ externalId: "P-5", debtReference: "001001" });
  expect(number).toMatchObject({ status: "unidentified", debtor_id: null });
  expect(await heldDebtors()).toEqual(["C-5"]);
  const both = await record({ externalId: "P-6", debtReference: "FE-1001 / FE-1002" });
  expect(both).toMatchObject({ status: "unidentified", debtor_id: null });
  expect(await heldDebtors()).toEqual(["C-5", "C-6"]);
  await identify(number.public_id, "FE-1001");
  expect(await heldDebtors()).toEqual(["C-5", "C-6"]);
  await identify(both.public_id, "FE-1002");
  expect(await heldDebtors()).toEqual([]);
});

it("holds by a number those whose debts come later, and frees them all whatever else was found meanwhile", async () => {
  const early = await record({ externalId: "P-7", debtReference: "Pago factura 2001" });
  expect(await heldDebtors()).toEqual([]);
  await bench.importText(
    debtsCsv(
      { external_id: "C-5", phone: "3001112255", reference: "FE-2001" },
      { external_id: "C-6", phone: "3001112266", reference: "2001" },
    ),
  );
  expect(await heldDebtors()).toEqual(["C-5", "C-6"]);
  await identify(early.public_id, "FE-2001");
  expect(await heldDebtors()).toEqual([]);
});

it("holds nobody else where the payment says whose it is", async () => {
  await bench.importText(debtsCsv({ external_id: "C-5", phone: "3001112255", reference: "FE-1001" }));
  await record({ externalId: "P-8", debtReference: "1001", debtorExternalId: "C-2" });
  expect(await heldDebtors()).toEqual(["C-2"]);
});
