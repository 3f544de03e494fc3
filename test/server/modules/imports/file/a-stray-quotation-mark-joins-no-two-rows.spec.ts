import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { readDebtRow } from "../../../../../server/modules/imports/rows/domain/debt-row.js";
import { languageNamed } from "../../../../../server/modules/imports/rows/languages.words.js";
import { RowReader } from "../../../../../server/modules/imports/rows/domain/row-reader.js";
import { readPhone } from "../../../../../server/modules/portfolio/phone-number.adapter.js";
import { tableOf } from "./support/table-of.js";

const HEADER = ["external_id", "name", "address", "reference", "balance", "currency", "due_date", "notes"];

/** Each row as the debtor and the debt it was taken for, or as the problems it was refused with, by its line. */
async function read(text: string) {
  const table = await tableOf(text);
  const taken: { line: number; debtor: string; name: string | null; reference: string }[] = [];
  const refused: { line: number; codes: string[]; lines: string }[] = [];
  for await (const row of table.rows()) {
    const reader = new RowReader(table.map, table.formats, row);
    const debt = readDebtRow(reader, row.line, { phone: readPhone, language: languageNamed }, "2026-11-20");
    if (debt) taken.push({ line: row.line, debtor: debt.debtor.externalId, name: debt.debtor.name, reference: debt.debt.reference });
    else refused.push({ line: row.line, codes: reader.problems.map(({ code }) => code), lines: `${row.line}-${row.lastLine ?? row.line}` });
  }
  return { taken, refused };
}

const row = (n: number, changes: Partial<Record<string, string>> = {}) => {
  const plain: Record<string, string> = { external_id: `C-${n}`, name: `Ana ${n}`, address: `Calle ${n}`, reference: `F-${n}` };
  const rest: Record<string, string> = { balance: "100.00", currency: "COP", due_date: "2026-11-25", notes: "" };
  return HEADER.map((column) => changes[column] ?? plain[column] ?? rest[column]!);
};
const file = (separator: string, ...rows: readonly (readonly string[])[]) =>
  [HEADER, ...rows].map((cells) => cells.join(separator)).join("\n");

describe("a mark that is part of a name", () => {
  it.each([";", ",", "\t"])("leaves each debt with the debtor of its own line (separator %j)", async (separator) => {
    const { taken, refused } = await read(file(separator, row(1, { name: '"Pepe Quince' }), row(2, { name: 'Juan "El Flaco"' }), row(3)));
    expect(refused).toEqual([]);
    expect(taken).toEqual([
      { line: 2, debtor: "C-1", name: "Pepe Quince", reference: "F-1" },
      { line: 3, debtor: "C-2", name: 'Juan "El Flaco"', reference: "F-2" },
      { line: 4, debtor: "C-3", name: "Ana 3", reference: "F-3" },
    ]);
  });

  it("is no beginning of a text either where another one closes it properly some rows later", async () => {
    const { taken } = await read(file(";", row(1, { address: '"Calle' }), row(2), row(3, { address: 'Calle"' })));
    expect(taken.map(({ debtor, reference }) => `${debtor} ${reference}`)).toEqual(["C-1 F-1", "C-2 F-2", "C-3 F-3"]);
  });

  it.each([
    ["first cell of the first row", row(1, { external_id: '"C-1' })],
    ["last cell", row(1, { notes: '"vuelve' })],
    ["last cell, alone", row(1, { notes: '"' })],
  ])("stands in the %s", async (_, first) => {
    const { taken } = await read(file(";", first, row(2), row(3, { notes: 'x"' })));
    expect(taken.map(({ debtor, reference }) => `${debtor} ${reference}`)).toEqual(["C-1 F-1", "C-2 F-2", "C-3 F-3"]);
  });

  it("stands in the last line of a file and closes nowhere", async () => {
    expect((await read(file(";", row(1), row(2, { name: '"Luis' })))).taken.map(({ debtor }) => debtor)).toEqual(["C-1", "C-2"]);
  });

  it("is refused with its line where it stands in what tells people or debts apart", async () => {
    const { taken, refused } = await read(file(";", row(1, { reference: 'F-1"' }), row(2)));
    expect(refused).toEqual([{ line: 2, codes: ["cell.quotes"], lines: "2-2" }]);
    expect(taken.map(({ debtor }) => debtor)).toEqual(["C-2"]);
  });

  it("beside a row that was cut refuses both, each with its line", async () => {
    const { taken, refused } = await read(
      [
        "external_id;name;address;reference;balance;currency;due_date",
        'C-1;Ana;"Calle',
        'C-2;Luis;Carrera";F-2;100;COP;2026-11-25',
        "C-3;Eva;Calle;F-3;100;COP;2026-11-25",
      ].join("\n"),
    );
    expect(refused.map(({ line, codes }) => [line, codes])).toEqual([
      [2, ["row.quotes"]],
      [3, ["row.quotes"]],
    ]);
    expect(taken.map(({ debtor }) => debtor)).toEqual(["C-3"]);
  });

  it("in a header costs the header's name, not the rows", async () => {
    const text = file(";", row(1), row(2, { name: 'Ana"' })).replace("name", '"name');
    expect((await read(text)).taken.map(({ debtor, reference }) => `${debtor} ${reference}`)).toEqual(["C-1 F-1", "C-2 F-2"]);
  });
});

describe("a text between marks", () => {
  it("keeps its line breaks, separators and doubled marks", async () => {
    const text = file(
      ",",
      row(1, { address: '"Calle 5, apto 2\nBogotá, Colombia"', notes: '"dijo ""mañana"", luego\n\n""nunca"""' }),
      row(2, { name: '"Gómez, Ana"', notes: '"a\nb\nc"' }),
      row(3),
    );
    const table = await tableOf(text);
    const rows = [];
    for await (const { line, cells } of table.rows()) rows.push([line, cells[1], cells[2], cells[7]]);
    expect(rows).toEqual([
      [2, "Ana 1", "Calle 5, apto 2\nBogotá, Colombia", 'dijo "mañana", luego\n\n"nunca"'],
      [6, "Gómez, Ana", "Calle 2", "a\nb\nc"],
      [9, "Ana 3", "Calle 3", ""],
    ]);
  });

  it("in a first column of notes is one too", async () => {
    const text = [
      "notas;id cliente;nombre;factura;saldo;moneda;vencimiento",
      '"llamar\nmañana";C-1;Ana;F-1;100;COP;2026-11-25',
      ";C-2;Luis;F-2;100;COP;2026-11-25",
    ].join("\n");
    expect((await read(text)).taken.map(({ debtor, reference }) => `${debtor} ${reference}`)).toEqual(["C-1 F-1", "C-2 F-2"]);
  });

  it("in the names of columns is one too", async () => {
    const text = file(";", row(1)).replace("due_date", '"Fecha de\nvencimiento"');
    expect((await read(text)).taken).toMatchObject([{ line: 3, debtor: "C-1", reference: "F-1" }]);
  });

  it("is refused where a number or reference goes over lines, both named", async () => {
    const { refused } = await read(file(";", row(1, { reference: '"F-1\nF-9"' })));
    expect(refused).toEqual([{ line: 2, codes: ["cell.several_rows"], lines: "2-3" }]);
  });

  it("that another program put around parts of two rows does not make them one", async () => {
    const swallowed = "Pepe;Calle 1;F-1;100;COP;2026-11-25;\nC-2;Juan";
    for (const separator of [";", ","]) {
      const cell = swallowed.replaceAll(";", separator);
      const { taken } = await read(file(separator, row(1, { name: `"${cell}"`, reference: "F-2" }), row(3)));
      expect(taken).toMatchObject([
        { line: 2, debtor: "C-1", name: "Pepe", reference: "F-1" },
        { line: 3, debtor: "C-2", name: "Juan", reference: "F-2" },
        { line: 4, debtor: "C-3" },
      ]);
    }
    const flat = await read(file(";", row(1, { name: `"${swallowed.replace("\n", " ")}"`, reference: "F-2" })));
    expect(flat.refused).toMatchObject([{ codes: ["cell.several_rows"] }]);
  });
});

/** Where marks are put into a file: row, and place in it as a share of its length. */
const strays = fc.array(fc.tuple(fc.nat(11), fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 1, maxLength: 5 });
const honest = fc.constantFrom("", "", "plain", "with a mark\nand a break", 'said "no"', "one; two, three\tfour", "a\r\nb");
const quoted = (cell: string, separator: string) =>
  /["\r\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell;

it("whatever marks a file has too many, each debt is its own line's debtor's, or refused with its line", async () => {
  await fc.assert(
    fc.asyncProperty(
      strays,
      fc.array(honest, { minLength: 12, maxLength: 12 }),
      fc.constantFrom(",", ";", "\t"),
      fc.constantFrom("\n", "\r\n", "\r"),
      fc.boolean(),
      async (marks, notes, separator, lineEnd, bom) => {
        const rows = notes.map((note, index) => row(index, { notes: quoted(note, separator) }).join(separator));
        for (const [index, place] of marks) {
          const text = rows[index]!;
          const at = Math.round(place * text.length);
          rows[index] = `${text.slice(0, at)}"${text.slice(at)}`;
        }
        const { taken, refused } = await read((bom ? "\ufeff" : "") + [HEADER.join(separator), ...rows].join(lineEnd));
        for (const { debtor, name, reference } of taken) {
          const number = /\d+/.exec(debtor)![0];
          expect([name?.replaceAll('"', ""), reference]).toEqual([`Ana ${number}`, `F-${number}`]);
        }
        const clean = notes
          .flatMap((note, index) => (note === "" || note === "plain" ? [index] : []))
          .filter((index) => !marks.some(([marked]) => marked === index));
        const debtors = new Set(taken.map(({ debtor }) => debtor));
        // What has neither marks nor breaks is never lost without a word.
        for (const index of clean) if (!debtors.has(`C-${index}`)) expect(refused.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 250 },
  );
});

it("a file without marks too many is read to the letter", async () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "ñ", " ", '"', ",", ";", "\n", "\r\n", "7") });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }),
      fc.constantFrom(",", ";"),
      async (texts, separator) => {
        const rows = texts.map(([address, notes], index) => row(index, { address: address.trim(), notes: notes.trim() }));
        const text = file(separator, ...rows.map((cells) => cells.map((one) => quoted(one, separator))));
        const whole: (readonly string[])[] = [];
        for await (const { cells: got } of (await tableOf(text)).rows()) whole.push(got);
        // A text whose lines have as many separators as rows would is refused rather than believed.
        fc.pre(rows.every(([, , address, , , , , notes]) => `${address}${notes}`.split(separator).length < 6));
        expect(whole).toEqual(rows.map((wanted) => wanted.map((one) => one.replaceAll("\r\n", "\n"))));
      },
    ),
    { numRuns: 150 },
  );
});
