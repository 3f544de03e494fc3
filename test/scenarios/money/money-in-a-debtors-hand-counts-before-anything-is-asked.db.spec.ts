import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { csv, HEADER, type MoneyDesk, moneyDesk, row } from "./support.js";

let desk: MoneyDesk;
beforeEach(async () => {
  desk = await moneyDesk();
});
afterEach(() => desk?.close());

const pay = (externalId: string, amount: string, more: object) =>
  desk.admin.call<{ id: string; status: string; unallocated: { minor: number } }>("POST", "/api/payments", {
    externalId,
    amount,
    currency: "COP",
    valueDate: "2026-11-19",
    ...more,
  });
const balances = async () => {
  const rows = await desk.db.rows<{ reference: string; balance: number }>(
    "select reference, balance_minor as balance from debt where account_id = ? order by reference",
    [desk.account.id],
  );
  return Object.fromEntries(rows.map(({ reference, balance }) => [reference, Number(balance) / 100]));
};
const inHand = async (externalId: string) => {
  const debtor = await desk.db.row<{ public_id: string }>("select public_id from debtor where account_id = ? and external_id = ?", [
    desk.account.id,
    externalId,
  ]);
  const { inHand: sums } = await desk.admin.call<{ inHand: { minor: number; currency: string }[] }>(
    "GET",
    `/api/debtors/${debtor!.public_id}/credit`,
  );
  return sums.map(({ minor, currency }) => `${minor / 100} ${currency}`);
};

test("what was paid too much, ahead or twice is not asked for in the next invoice", async () => {
  await desk.import(csv(...["Over", "Part", "Ahead", "Twice", "Dollars", "CONTROL"].map((id) => row({ id, balance: "100000" }))));
  await pay("P1", "150000", { debtReference: "R-Over" });
  await pay("P2", "130000", { debtReference: "R-Part" });
  await pay("P3", "100000", { debtReference: "R-Ahead" });
  expect(await pay("P4", "50000", { debtorExternalId: "Ahead" })).toMatchObject({ status: "overpaid" });
  await pay("P5", "100000", { debtReference: "R-Twice" });
  await pay("P6", "100000", { debtReference: "R-Twice" });
  await pay("P7", "150000", { debtReference: "R-Dollars" });
  expect(await inHand("Over")).toEqual(["50000 COP"]);
  const next = (id: string, more: object = {}) => row({ id, reference: `N-${id}`, balance: "50000", ...more });
  await desk.import(csv(next("Over"), next("Part"), next("Ahead"), next("Twice"), next("Dollars", { currency: "USD" })));
  expect(await balances()).toMatchObject({ "N-Over": 0, "N-Part": 20_000, "N-Ahead": 0, "N-Twice": 0, "N-Dollars": 50_000 });
  expect([await inHand("Over"), await inHand("Twice"), await inHand("Dollars")]).toEqual([[], ["50000 COP"], ["50000 COP"]]);
  await desk.remind();
  const asked = ["Over", "Ahead", "Twice"].filter((id) => desk.told(id).length > 0);
  expect(asked).toEqual([]);
  expect(desk.told("CONTROL")).toHaveLength(1);
  expect(desk.told("Part").join()).toContain("20.000");
  expect(desk.told("Part").join()).not.toContain("50.000");
});

test("a credit note counts, however it is written and wherever it stands in the file", async () => {
  const typed = (line: string, type: string) => `${line};${type}`;
  const invoice = (id: string, more: object = {}) => typed(row({ id, balance: "100000", ...more }), "FV");
  const note = (id: string, balance: string, type = "", more: object = {}) =>
    typed(row({ id, reference: `NC-${id}`, balance, ...more }), type);
  const file = [
    invoice("Negative"),
    note("Negative", "-100000"),
    note("First", "(100000)"),
    invoice("First"),
    invoice("Trailing"),
    note("Trailing", "100000-"),
    invoice("Typed"),
    note("Typed", "100000", "NC"),
    invoice("Words"),
    note("Words", "100000", "Nota de Crédito"),
    invoice("Kind"),
    typed(row({ id: "Kind", reference: "NC-Kind", balance: "100000", kind: "NC" }), ""),
    invoice("Principal"),
    note("Principal", "", "", { principal: "-100000" }),
    invoice("Undated"),
    note("Undated", "-100000", "", { dueDate: "", phone: "N/A" }),
    invoice("Own", { balance: "-100000" }),
    invoice("Part"),
    note("Part", "-30000"),
    invoice("Broken"),
    note("Broken", "-100000", "", { currency: "doblones" }),
    invoice("Slip"),
    note("Slip", "100000", "", { principal: "-100000" }),
    // Nobody knows whether these are in the debtor's favour: neither they nor anything else of the debtor is asked for.
    invoice("Mark"),
    note("Mark", "100000 CR"),
    invoice("Before"),
    note("Before", "CR 100000"),
    invoice("Dash"),
    note("Dash", "–100000"),
    invoice("Side"),
    note("Side", "100.000 a favor"),
    invoice("Numbered"),
    note("Numbered", "100000", "", { reference: "NC-0042" }),
    // Said in words, in whatever column.
    invoice("Lettered"),
    note("Lettered", "100000", "NOTA DE CREDITO B"),
    invoice("Return"),
    note("Return", "100000", "Devolución venta"),
    invoice("Named"),
    note("Named", "100000", "", { reference: "Nota crédito 77" }),
    invoice("CONTROL"),
    note("CONTROL", "-100000", "", { currency: "USD" }),
  ];
  const ended = await desk.import([`${HEADER};tipo documento`, ...file].join("\n"));
  expect(ended).toMatchObject({ rejected: 7, held: 7 });
  await desk.remind();
  const names = ["Negative", "First", "Trailing", "Typed", "Words", "Kind", "Principal", "Undated", "Own", "Broken", "Slip"];
  names.push("Mark", "Before", "Dash", "Side", "Numbered", "Lettered", "Return", "Named");
  expect(names.filter((id) => desk.told(id).length > 0)).toEqual([]);
  expect(desk.told("CONTROL")).toHaveLength(1);
  expect(desk.told("Part").join()).toContain("70.000");
});

test("a credit note that comes later, for a debt asked about already, or before its debt, counts too", async () => {
  await desk.import(csv(row({ id: "Later", balance: "100000" })));
  await desk.import(
    csv(row({ id: "Later", reference: "NC-1", balance: "-40000" }), row({ id: "Before", reference: "NC-2", balance: "-70000" })),
  );
  expect(await balances()).toEqual({ "R-Later": 60_000 });
  await desk.import(csv(row({ id: "Before", balance: "100000" })));
  expect(await balances()).toEqual({ "R-Before": 30_000, "R-Later": 60_000 });
});

test("a payment that bounces takes it back, and what else is in hand takes its place", async () => {
  await desk.import(csv(row({ id: "A", balance: "100000" })));
  const first = await pay("P1", "150000", { debtReference: "R-A" });
  await desk.import(csv(row({ id: "A", reference: "N-A", balance: "50000" })));
  await pay("P2", "30000", { debtReference: "N-A" });
  expect(await inHand("A")).toEqual(["30000 COP"]);
  await desk.admin.call("POST", `/api/payments/${first.id}/reverse`, { reason: "cheque devuelto" });
  expect(await balances()).toEqual({ "N-A": 50_000, "R-A": 70_000 });
  expect(await inHand("A")).toEqual([]);
});
