import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Cells, csv, type ImportAnswer, type MoneyDesk, moneyDesk, row } from "./support.js";

/** References as the creditor has them, and as a bank, a spreadsheet or a payer wrote them. */
const SPELT: readonly (readonly [string, string])[] = [
  ["000555", "555"],
  ["FAC-77A", "fac-77a"],
  ["FE 1001", "FE1001"],
  ["FE-2002", "FE – 2002"],
  ["F001-00003003", "F001-3003"],
  ["004004", "4004.0"],
  ["X5005", "Ｘ５００５"],
  ["FÉ6006", "fe 6006"],
];
const spelt = (index: number) => `SP${index}Q`;

/** A row of somebody who is called by their number, which messages then say. */
const owes = (id: string, cells: Partial<Cells> = {}) => row({ id, name: id, ...cells });
const paid = (id: string, reference: string, debtor = "") => `${id};${reference};${debtor};100000;COP;2026-11-19`;

let desk: MoneyDesk;
let again: ImportAnswer;
let otherwise: ImportAnswer;
let preview: ImportAnswer;
let within: ImportAnswer;

beforeAll(async () => {
  desk = await moneyDesk();
  const pay = (...lines: readonly string[]) =>
    desk.import(["id pago;factura;id cliente;monto;moneda;fecha", ...lines].join("\n"), { kind: "payments" });
  // Before their debts.
  await pay(paid("B1", "777"), paid("B2", "", "before-1"));
  await desk.import(
    csv(
      ...SPELT.map(([reference], index) => owes(spelt(index), { reference })),
      owes("Number-07"),
      owes("AHEAD", { reference: "000777" }),
      owes("Before 01"),
      owes("ZERO", { reference: "000888" }),
      owes("PLAIN", { reference: "888" }),
      owes("DASH", { reference: "1-11" }),
      owes("LATE", { reference: "FE-9" }),
      owes("LATER", { reference: "fe 09" }),
      owes("EXACT", { reference: "FAC-7" }),
      owes("TWIN", { reference: "fac7" }),
      owes("CONTROL", { reference: "FE 10010" }),
      owes("NEARBY", { reference: "7770" }),
      owes("ZG1", { reference: "000999" }),
      owes("00123"),
      owes("0077", { reference: "F-7" }),
    ),
  );
  await pay(...SPELT.map(([, written], index) => paid(`P${index}`, written)), paid("PN", "", "number 7"));
  await pay(paid("D1", "888"), paid("D2", "11-1"), paid("D3", "Fe9"), paid("D4", "FAC-7"), paid("D5", "8808"));
  again = await desk.import(
    csv(
      owes("ZG1", { reference: "999" }),
      owes("ZG1", { reference: "9990", balance: "20000" }),
      // The spreadsheet took the zeros of the debtor's number too; the second is another person of another branch.
      owes("123", { name: "00123", reference: "F-2" }),
      owes("77", { name: "Otra Persona", reference: "F-8" }),
    ),
  );
  otherwise = await desk.import(csv(owes("ZG1", { reference: "00999", balance: "0" })));
  const text = csv(owes("ONE"), owes("ONE", { reference: "r one" }), owes("one", { name: "ONE", reference: "F-9" }));
  preview = await desk.admin.call<ImportAnswer>("POST", "/api/imports/preview", { kind: "debts", fileName: "f.csv", text });
  within = await desk.import(text);
  await desk.remind();
});
afterAll(() => desk?.close());

const asked = (...ids: readonly string[]) => ids.filter((id) => desk.told(id).length > 0);
const payments = async (like: string) => {
  const rows = await desk.db.rows<{ id: string; status: string }>(
    "select external_id as id, status from payment where account_id = ? and external_id like ? order by external_id",
    [desk.account.id, like],
  );
  return Object.fromEntries(rows.map(({ id, status }) => [id, status]));
};
const held = async (...ids: readonly string[]) => {
  const rows = await desk.db.rows<{ id: string }>(
    "select b.external_id as id from hold h join debtor b on b.account_id = h.account_id and b.id = h.debtor_id where h.account_id = ? and h.released_at is null",
    [desk.account.id],
  );
  return ids.filter((id) => rows.some((hold) => hold.id === id));
};

test("a payment that fits one debt is that debt's, whatever became of zeros, blanks, signs and capitals", async () => {
  const states = Object.values(await payments("P%"));
  expect(states).toHaveLength(SPELT.length + 1);
  expect(new Set(states)).toEqual(new Set(["allocated"]));
  expect(asked(...SPELT.map((_, index) => spelt(index)), "Number-07")).toEqual([]);
  expect(asked("CONTROL", "NEARBY")).toEqual(["CONTROL", "NEARBY"]);
});

test("a payment that came before its debt holds it, however it is spelt", () => {
  expect(asked("AHEAD", "Before 01")).toEqual([]);
});

test("where two may be meant nobody is asked until a person has placed it", async () => {
  // Spelt in full there is no other it could be.
  expect(await payments("D%")).toEqual({ D1: "unidentified", D2: "unidentified", D3: "unidentified", D4: "allocated", D5: "unidentified" });
  const named = ["ZERO", "PLAIN", "DASH", "LATE", "LATER", "EXACT", "TWIN"];
  expect(asked(...named)).toEqual(["TWIN"]);
  expect(await held(...named)).toEqual(["ZERO", "PLAIN", "DASH", "LATE", "LATER"]);
  const waiting = await desk.db.row<{ public_id: string }>("select public_id from payment where account_id = ? and external_id = 'D1'", [
    desk.account.id,
  ]);
  await desk.admin.call("POST", `/api/payments/${waiting!.public_id}/identify`, { debtorExternalId: "ZERO" });
  expect(await held("ZERO", "PLAIN", "DASH")).toEqual(["DASH"]);
});

test("a file that spells what is known otherwise makes no second debt and no second debtor, and is asked about", async () => {
  expect(again).toMatchObject({ created: 2, rejected: 2, held: 0 });
  // It says something else of what is owed.
  expect(otherwise).toMatchObject({ created: 0, rejected: 1, held: 1 });
  expect(desk.told("ZG1").join()).toContain("20.000");
  expect(desk.told("ZG1").join()).not.toMatch(/1[02]0\.000|2[02]0\.000/);
  expect(await desk.db.rows("select id from debtor where account_id = ? and external_id = '123'", [desk.account.id])).toEqual([]);
});

test("within one file too, and the preview says the same", () => {
  expect(preview).toMatchObject({ created: 1, rejected: 2 });
  expect(within).toMatchObject({ created: 1, rejected: 2 });
});
