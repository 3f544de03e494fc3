import { expect, it } from "@jest/globals";
import type { Planted } from "../../../../server/demo/generator/bad-rows.js";
import { generatedFile } from "../../../../server/demo/generator/generated-file.js";
import { CLEAN, messOf } from "../../../../server/demo/generator/mess.js";
import { encode } from "../../../../server/demo/generator/text-encoding.js";
import { SeededRandom } from "../../../../server/platform/crypto/randomness.js";

function file(mess: readonly string[] | null, debtors = 400): { bytes: Buffer; text: string; planted: Planted[] } {
  const planted: Planted[] = [];
  const pieces = generatedFile(
    { seed: 9, debtors, countries: ["CO", "MX", "BR"], today: "2026-11-20", mess },
    (one) => void planted.push(one),
  );
  const bytes = Buffer.concat([...pieces]);
  return { bytes, text: bytes.toString("utf8"), planted };
}

const clean = file(null);
const lines = (text: string) => text.split("\n");

it("none at all", () => {
  expect(clean.planted).toEqual([]);
  expect(lines(clean.text)[0]).toBe(
    "external_id,name,kind,phone,country,language,consent,consent_source,consent_date,reference,product,principal,balance,currency,due_date,subdivision,city,employment,emi,term_months,credit_date",
  );
  expect(clean.text).not.toMatch(/\r|\n\n|"|;|\ufeff/);
  expect(file(["decimals=point"]).text).toBe(clean.text);
});

it("encodings", () => {
  expect(file(["encoding=utf-8-bom"]).text).toBe(`\ufeff${clean.text}`);
  const old = file(["encoding=windows-1252"]).bytes;
  expect(new TextDecoder("windows-1252").decode(old)).toBe(clean.text);
  expect(() => new TextDecoder("utf-8", { fatal: true }).decode(old)).toThrow("not valid");
});

it("what an old encoding has no byte for becomes a question mark", () => {
  expect(encode("Ñandú € “x” 漢", "windows-1252").toString("hex")).toBe("d1616e64fa208020937894203f");
});

it("separators and line ends", () => {
  expect(file(["delimiter=semicolon"]).text).toBe(clean.text.replaceAll(",", ";"));
  expect(file(["delimiter=tab"]).text).toBe(clean.text.replaceAll(",", "\t"));
  expect(file(["line_end=crlf"]).text).toBe(clean.text.replaceAll("\n", "\r\n"));
});

it("dates", () => {
  const swapped = (order: string) => clean.text.replace(/(\d{4})-(\d\d)-(\d\d)(?=[,\n])/g, order);
  expect(file(["dates=day_first"]).text).toBe(swapped("$3/$2/$1"));
  expect(file(["dates=month_first"]).text).toBe(swapped("$2/$3/$1"));
});

it("amounts", () => {
  expect(file(["decimals=comma", "delimiter=semicolon"]).text).toBe(clean.text.replaceAll(",", ";").replace(/(?<=;\d+)\.(?=\d\d;)/g, ","));
  expect(file(["grouping=thousands"]).text).toMatch(/,"\d{1,3}(,\d{3})+\.\d\d",/);
  expect(file(["cents=if_any"]).text).toMatch(/,\d+00,\d+,COP,/);
  expect(file(["symbols=currency", "decimals=comma", "grouping=thousands"]).text).toMatch(/,"R\$ \d{1,3}\.\d{3},\d\d",/);
});

it("telephones", () => {
  expect(file(["phones=national"]).text).toMatch(/,\(\d\d\) 9\d{4}-\d{4},BR,/);
  const mixed = file(["phones=mixed"]).text;
  for (const shape of [/,\+573\d{9},/, /,00573\d{9},/, /,3\d{9},/, /,\+57 3\d\d \d{3} \d{4},/, /,\+521\d{10},/])
    expect(mixed).toMatch(shape);
});

it("languages of headers and words", () => {
  expect(file(["headers=es"]).text).toMatch(/Persona natural.*Colombia,Español,/i);
  expect(file(["headers=pt"]).text).toMatch(/Pessoa física.*Brasil,Português,/i);
  expect(file(["headers=en"]).text).toMatch(/Individual.*Mexico,Spanish,/i);
});

it("accidents", () => {
  expect(file(["newlines=10"]).text.replaceAll(/"(\p{L}+)\n([^"]+)"/gu, "$1 $2")).toBe(clean.text);
  const blank = file(["blank_lines=5"]).text;
  expect(blank).toMatch(/\n\n/);
  expect(blank).toMatch(/\n,{20}\n/);
  expect(blank.replaceAll(/\n,{20}(?=\n)/g, "").replaceAll(/\n+/g, "\n")).toBe(clean.text);
  expect(file(["spaces"]).text.replaceAll(/ +(?=[,\n])/g, "")).toBe(clean.text);
});

it("duplicates, each listed with its line", () => {
  const { text, planted } = file(["duplicates=5"]);
  const rows = lines(text);
  expect(planted.length).toBeGreaterThan(10);
  for (const { line, kind, reference } of planted) {
    expect([kind, rows[line - 1]?.includes(reference)]).toEqual(["duplicate", true]);
    expect(rows.indexOf(rows[line - 1]!)).toBeLessThan(line - 1);
  }
  expect(new Set(rows).size + planted.length).toBe(rows.length);
});

it("bad rows, each listed with its line, and nothing else touched", () => {
  const { text, planted } = file(["bad_rows=20"]);
  expect(new Set(planted.map(({ kind }) => kind)).size).toBe(12);
  const [good, bad] = [lines(clean.text), lines(text)];
  const touched = bad.flatMap((line, index) => (line === good[index] ? [] : [index + 1]));
  expect(planted.map(({ line }) => line)).toEqual(touched);
});

it("all together, as chance has it", () => {
  const messes = Array.from({ length: 30 }, (_, seed) => messOf(new SeededRandom(seed)));
  for (const [kind, value] of Object.entries(CLEAN)) {
    const values = new Set(messes.map((mess) => mess[kind as keyof typeof mess]));
    if (typeof value === "string") expect([kind, values.size > 1]).toEqual([kind, true]);
    else expect([...values][0]).toBeGreaterThan(0);
  }
});

it.each(["smell", "dates=backwards", "bad_rows=101", "spaces=", "bad_rows=many"])("not %s", (wish) => {
  expect(() => file([wish])).toThrow(RangeError);
});
