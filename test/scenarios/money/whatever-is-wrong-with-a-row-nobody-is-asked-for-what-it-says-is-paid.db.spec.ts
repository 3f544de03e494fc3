import { afterEach, expect, it } from "@jest/globals";
import { PROBLEM_CODES, type ProblemCode } from "../../../server/modules/imports/rows/domain/row-problem.js";
import { type Cells, csv, type ImportAnswer, type MoneyDesk, moneyDesk, row } from "./support.js";

type Wrong = Partial<Cells> | ((id: string) => readonly string[]);

const paid = (id: string, cells: Partial<Cells> = {}) => row({ id, balance: "0", ...cells });

/** For every problem a row can have, rows of debts that have it and say that nothing is owed any more. */
const WRONG: Readonly<Record<ProblemCode, readonly Wrong[] | "of payments" | "nobody is left to remind">> = {
  "cell.missing": [
    { name: "" },
    { id: "" },
    { id: "S/N" },
    { reference: "(en blanco)" },
    { reference: "" },
    { currency: "" },
    { dueDate: "" },
  ],
  "cell.formula_error": [{ name: "#N/A" }, { phone: "#REF!" }, { source: "#VALUE!" }, { id: "#N/A" }],
  "cell.too_long": [{ name: "x".repeat(201) }, { source: "x".repeat(101) }, { id: "x".repeat(101) }],
  "row.width": [
    (id) => [`${paid(id)};una nota;otra`],
    (id) => [paid(id, { name: "Dos; Rita" })],
    (id) => [paid(id).split(";").slice(0, 9).join(";")],
    // A break that nobody quoted makes two rows of one.
    (id) => paid(id, { name: "Rita\nDos" }).split("\n"),
  ],
  "row.quotes": [(id) => [paid(id, { name: '"Rita Dos' })]],
  "cell.several_rows": [{ name: '"Rita;300;CO\nDos;301"' }, (id) => [paid(id, { reference: `"R-${id}\nR-NoSuch"` })]],
  "cell.quotes": [(id) => [paid(id, { reference: `R-${id}"` })], { phone: '3001"234567' }],
  "cell.rounded": [{ id: "1,23457E+15" }],
  "date.invalid": [{ dueDate: "N/D" }, { consentOn: "ayer" }],
  "date.future": [{ consentOn: "2027-01-10" }],
  "date.implausible": [{ dueDate: "30/12/1899" }, { dueDate: "9999-12-31" }, { consentOn: "1900-01-01" }],
  "date.undecided": [{ dueDate: "03/04/2026" }],
  "date.mixed": [
    (id) => [paid(id, { dueDate: "03/04/2026" }), row({ id: "M1", dueDate: "25/12/2026" }), row({ id: "M2", dueDate: "12/25/2026" })],
  ],
  "amount.other_currency": [{ balance: "US$ 0" }, { principal: "US$ 10" }],
  "amount.invalid": [{ balance: "cero" }, { principal: "s/d" }],
  "amount.negative": [{ balance: "-1" }, { principal: "-1" }],
  "amount.too_large": [{ balance: "99999999999999999" }, { principal: "99999999999999999" }],
  "amount.zero": "of payments",
  "currency.invalid": [{ currency: "pesos o así" }],
  "currency.unknown": [{ currency: "XXX" }, { currency: "GUA" }],
  "country.unknown": [{ country: "Macondo" }],
  "subdivision.unknown": [{ country: "MX", state: "Macondo" }],
  "language.unknown": [{ language: "klingon" }],
  "kind.unknown": [{ kind: "NC" }],
  "consent.unknown": [{ consent: "???" }],
  "phone.invalid": [{ phone: "N/A" }, { phone: "123" }],
  "phone.rounded": [{ phone: "5,73E+11" }],
  "phone.without_country": [{ country: "" }],
  "phone.second": [(id) => [row({ id, reference: `S-${id}`, phone: "3019998877", balance: "0" }), paid(id)]],
  "reference.repeated": [(id) => [row({ id }), paid(id)], (id) => [paid(id, { dueDate: "N/D" }), row({ id })]],
  "reference.similar": [
    (id) => [paid(id, { reference: `r ${id}` })],
    (id) => [paid(id, { reference: `R${id.toLowerCase()}` })],
    (id) => [paid(id, { reference: `Ｒ－${id}` })],
  ],
  "reference.credit_note": [(id) => [row({ id, reference: "NC0042" })], (id) => [row({ id, reference: "N/C 77" })]],
  "reference.of_another": [(id) => [row({ id: `${id}x`, reference: `R-${id}`, balance: "0" })]],
  "id.similar": [(id) => [paid(id, { id: id.toLowerCase(), name: `Deudor ${id}`, phone: "3019998877", reference: `r${id}` })]],
  "id.two_names": [(id) => [paid(id), row({ id, name: "Somebody Else", reference: `S-${id}` })]],
  "id.of_another_name": [{ name: "Somebody Else", phone: "3019998877" }],
  "currency.changed": [{ currency: "USD" }],
  "debtor.erased": "nobody is left to remind",
  "row.stored_data_unreadable": "nobody is left to remind",
  "payment.repeated": "of payments",
  "payment.different": "of payments",
  "payment.unplaced": "of payments",
};
/** One date tells of all dates of its file, so these have files of their own. */
const ALONE: readonly ProblemCode[] = ["date.undecided", "date.mixed"];

const cases = PROBLEM_CODES.flatMap((code) => {
  const wrong = WRONG[code];
  if (typeof wrong === "string") return [];
  return wrong.map((one, index) => {
    const id = `Z${code.replace(/\W/g, "")}${index}`;
    return { code, id, rows: typeof one === "function" ? one(id) : [paid(id, { reference: `R-${id}`, name: `Deudor ${id}`, ...one })] };
  });
});
const owing = csv(row({ id: "CONTROL" }), ...cases.map(({ id }) => row({ id })));

let desk: MoneyDesk;
afterEach(() => desk?.close());

it("reminds who owes, and none of those whose row could not be read", async () => {
  desk = await moneyDesk();
  await desk.import(owing);
  const together = cases.filter(({ code }) => !ALONE.includes(code)).flatMap(({ rows }) => rows);
  const files = [together, ...ALONE.map((alone) => cases.filter(({ code }) => code === alone).flatMap(({ rows }) => rows))];
  for (const rows of files) {
    const text = csv(...rows);
    const preview = await desk.admin.call<ImportAnswer>("POST", "/api/imports/preview", { kind: "debts", fileName: "f.csv", text });
    const ended = await desk.import(text);
    const told = ({ rejected, warned, held }: ImportAnswer) => ({ rejected, warned, held });
    expect(told(ended)).toEqual(told(preview));
    expect(ended.rejected + ended.warned).toBeGreaterThanOrEqual(1);
  }
  await desk.remind();
  expect(desk.told("CONTROL")).toHaveLength(1);
  const asked = cases.filter(({ id }) => desk.told(id).length > 0).map(({ code, id }) => `${code} ${id}`);
  expect(asked).toEqual([]);
});

it("reminds all of them where that file never came", async () => {
  desk = await moneyDesk();
  await desk.import(owing);
  await desk.remind();
  expect(cases.filter(({ id }) => desk.told(id).length !== 1)).toEqual([]);
});
