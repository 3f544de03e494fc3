import { describe, expect, it } from "@jest/globals";
import { mapColumns } from "../../../../../server/modules/imports/rows/domain/columns.js";
import { delimiterOf } from "../../../../../server/modules/imports/file/csv-table.adapter.js";

describe("headers", () => {
  it.each([
    [
      "es",
      [
        "ID Cliente",
        "Nombres y Apellidos",
        "TELÉFONO MÓVIL",
        "Nro. Factura",
        "Saldo pendiente",
        "Moneda",
        "Fecha de Vencimiento",
        "Cédula",
      ],
    ],
    ["pt", ["Código do cliente", "Nome", "Celular", "Número do contrato", "Saldo devedor", "Moeda", "Data de vencimento", "CPF/CNPJ"]],
    ["en", ["Customer ID", "Full name", "Mobile", "Invoice number", "Balance due", "Currency", "due_date", "Tax ID"]],
  ])("in %s", (_, headers) => {
    const map = mapColumns("debts", headers);
    expect(map.fields).toEqual(["external_id", "name", "phone", "reference", "balance", "currency", "due_date", "document"]);
    expect(map.missing).toEqual([]);
  });

  it("takes the first of two columns with one meaning and leaves unknown ones alone", () => {
    expect(mapColumns("payments", ["payment_id", "fecha", "Fecha de pago", "banco", "valor", "moneda", "referencia"]).fields).toEqual([
      "payment_id",
      "value_date",
      null,
      null,
      "amount",
      "currency",
      "reference",
    ]);
  });

  it("says what is missing", () => {
    expect(mapColumns("debts", ["name"]).missing).toEqual(["external_id", "reference", "currency", "due_date", "balance"]);
    expect(mapColumns("payments", ["payment_id", "valor", "moneda", "fecha"]).missing).toEqual(["reference"]);
  });
});

describe("separators", () => {
  it.each([
    [";", "nombre;saldo;a,b,c,d,e\n1;2;3"],
    [",", 'name,"amount; net",currency\n'],
    ["\t", "name\tamount\tcurrency"],
    [",", "name"],
  ])("finds %j", (delimiter, text) => {
    expect(delimiterOf(text, "debts")).toBe(delimiter);
  });
});
