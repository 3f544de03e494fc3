import { expect, it } from "@jest/globals";
import { lacksZeros, likeness, looseKey } from "../../../../server/modules/portfolio/rules.js";
import { looseKey1 } from "../../../../migrations/data/loose-key-1.js";

/** Of each row all are one reference. */
const SAME: readonly (readonly string[])[] = [
  ["000555", "555", "0555", " 555 ", "'000555", "555.0", "555,00", "#555", "５５５", "5-5-5"],
  ["FAC-77A", "fac-77a", "FAC 77 A", "Fac77a", "FAC/77/A", "FAC–77–A", "ＦＡＣ－７７Ａ", "FAC-0077-A", "FAC_77.A"],
  ["FE 1001", "FE1001", "fe-1001", "FE\u{a0}1001", "FE-0001001", "FE. 1.001", "Fé 1001"],
  ["F001-00001234", "F001-1234", "F1-1234", "f001 1234"],
  ["F001-00001234", "F00100001234"],
  ["001-001-000000123", "1-1-123", "001 001 123"],
  ["001-001-000000123", "001001000000123"],
  ["PAG.Nº7", "pag no 7", "PAGNº007"],
  ["000", "0", "00"],
];
const OTHER: readonly (readonly [string, string])[] = [
  ["555", "5550"],
  ["555", "5505"],
  ["1", "10"],
  ["100234", "1234"],
  ["100", "1000"],
  ["555", "556"],
  ["FAC-77A", "FAC-77B"],
  ["FAC-77A", "FAC-77"],
  ["FE 1001", "FV 1001"],
  ["FE 1001", "1001"],
  ["1.000", "1.0"],
  ["O-1", "0-1"],
  ["--", "-"],
];
/** Where one number ends and the next begins nobody can tell. */
const PERHAPS: readonly (readonly [string, string])[] = [
  ["1-11", "11-1"],
  ["A-12-3", "A-1-23"],
  ["F001-1234", "F00100001234"],
  ["1-1-123", "001001000000123"],
];

it("knows one reference in every spelling, both ways", () => {
  for (const spellings of SAME) {
    for (const one of spellings) {
      for (const other of spellings)
        expect([one, other, likeness(one, other), looseKey(one)]).toEqual([one, other, "same", looseKey(other)]);
    }
  }
});

it("takes no other reference for it", () => {
  for (const [one, other] of OTHER)
    expect([one, other, likeness(one, other), likeness(other, one)]).toEqual([one, other, "other", "other"]);
  for (const [one, other] of PERHAPS) expect([one, other, likeness(one, other)]).toEqual([one, other, "perhaps"]);
});

it("knows which of two a spreadsheet can have made of the other", () => {
  expect([lacksZeros("555", "000555"), lacksZeros("000555", "555"), lacksZeros("fe1001", "FE-1001"), lacksZeros("555", "556")]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

it("keeps in columns what the migration wrote there", () => {
  const texts = [...SAME.flat(), ...OTHER.flat(), ...PERHAPS.flat(), "ﷺ".repeat(100), "\u{10400}".repeat(60), "", "\u{300}".repeat(100)];
  for (const text of texts) {
    expect(looseKey(text)).toBe(looseKey1(text));
    expect([looseKey(text).isWellFormed(), looseKey(text).length <= 100]).toEqual([true, true]);
  }
});
