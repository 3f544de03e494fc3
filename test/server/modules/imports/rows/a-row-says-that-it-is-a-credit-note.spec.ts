import { expect, it } from "@jest/globals";
import { maybeCredit, readAmount } from "../../../../../server/modules/imports/rows/domain/amount-format.js";
import { isCredit, maybeNote, saysNote } from "../../../../../server/modules/imports/rows/domain/document-type.js";

const CREDITS = [
  "NC",
  "N/C",
  "06 Nota de crédito",
  "NOTA DE CREDITO B",
  "NCA 0045",
  "Credit Memo",
  "Haber",
  "Devolución venta",
  "Ajuste a favor",
];
const DEBTS = [
  "",
  "FV",
  "Factura",
  "Nota débito",
  "ND",
  "Crédito",
  "Crédito de consumo",
  "Tarjeta de crédito",
  "Anulación nota crédito",
  "Recibo",
];

it("in the type of its document", () => {
  expect([...CREDITS, ...DEBTS].filter(isCredit)).toEqual(CREDITS);
});

it("or in a cell of any column that holds nothing else", () => {
  expect(saysNote(["A9", "Nora", "Nota crédito 77"])).toBe(true);
  expect(saysNote(["A9", "Nora", "SALDO A FAVOR"])).toBe(true);
  expect(saysNote(["A9", "Nota Crediticia SAS", "pendiente nota crédito por devolución", "Tarjeta de crédito"])).toBe(false);
});

it("and one that is numbered as one may be one", () => {
  expect(["NC9", "NC-009", "NCR 12", "N/C 77", "nc_7"].filter((reference) => !maybeNote(reference))).toEqual([]);
  expect(["FNC-9", "NCX-9", "NCASA12", "N-9", "CN9"].filter(maybeNote)).toEqual([]);
});

it("and one whose reference says in words that it is none of what is owed", () => {
  const said = [
    "ANTICIPO 1",
    "anticipos",
    "Adelanto-3",
    "Adiantamento 12",
    "DEV-7",
    "Devolución 7",
    "SALDO A FAVOR",
    "Nota de crédito 5",
    "Prepago",
  ];
  expect(said.filter((reference) => !maybeNote(reference))).toEqual([]);
  expect(["DEVENGADO 12", "ADELA-7", "ANTI-9", "SALDO-77", "CREDITO 15", "CRED-12", "NOTA-8", "NOTARIA 5"].filter(maybeNote)).toEqual([]);
});

it("an amount with the mark of a credit is no amount that is owed", () => {
  const marked = ["100000 CR", "CR 100000", "100.000,00 Cr.", "100000H", "100000 SF", "100 HAB"];
  expect(marked.filter((text) => readAmount(text, "COP", null) !== null || !maybeCredit(text))).toEqual([]);
  expect(["–100", "(100)", "100-", "<100>", "100 a favor"].filter((text) => !maybeCredit(text))).toEqual([]);
  const plain = ["$ 100.000", "100,00 COP", "COP 100", "R$ 99", "1 234", "Q 100", "L 100", "Bs 100", "C$ 100", "US$ 5", "PAGADO", ""];
  expect(plain.filter(maybeCredit)).toEqual([]);
});
