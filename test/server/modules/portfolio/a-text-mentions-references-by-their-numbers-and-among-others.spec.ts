import { expect, it } from "@jest/globals";
import { mentionsIn, mentionsOf, referenceNumber } from "../../../../server/modules/portfolio/rules.js";
import { mentionsIn1, referenceNumber1 } from "../../../../migrations/data/reference-numbers-1.js";

const NUMBERS: readonly (readonly [string, string | null])[] = [
  ["FE-1001", "1001"],
  ["FE 001001-B", "1001"],
  ["1001-2", "1001"],
  ["F001-00001234", "1234"],
  ["2026-000123", "123"],
  ["FAC-2026-77", "2026"],
  ["000555", "555"],
  ["FAC-77A", null],
  ["F-1", null],
  ["", null],
  ["５５５５", "5555"],
  ["9".repeat(41), null],
];

/** What a payer writes, a debt's reference, and whether the payment may be for it. */
const MENTIONED: readonly (readonly [string, string, boolean])[] = [
  ["1001", "FE-1001", true],
  ["001001", "FE 1001", true],
  ["FE-1001", "1001", true],
  ["FE-1001 / FE-1002", "FE-1002", true],
  ["FE-1001, 1002", "FE-1002", true],
  ["F-1 y F-2", "F-2", true],
  ["F-1 e F-2", "f 2", true],
  ["F 1; F 2", "F-1", true],
  ["Pago factura FE-1001 noviembre 2026", "FE-1001", true],
  ["Pago factura FE-1001 noviembre 2026", "C-2026", false],
  ["pago FAC-77A", "FAC 77-A", true],
  ["Pago 25/11/2026", "25", false],
  ["FE-1001", "FE-1002", false],
  ["FE-1001 / FE-1002", "FE-11", false],
  ["10", "FE-10", false],
  ["gracias", "FE-1001", false],
];

it("knows the number a reference is told by", () => {
  for (const [reference, number] of NUMBERS) expect([reference, referenceNumber(reference)]).toEqual([reference, number]);
});

it("finds what a payer may mean", () => {
  for (const [text, reference, meant] of MENTIONED) {
    const mentions = mentionsIn(text);
    expect([text, reference, mentionsOf(reference).some((mention) => mentions.includes(mention))]).toEqual([text, reference, meant]);
  }
});

it("reads a text however long in little", () => {
  expect(mentionsIn("F-1 / ".repeat(50_000)).length).toBeLessThanOrEqual(40);
  expect(mentionsIn(Array.from({ length: 99 }, (_, index) => `F-${index + 1}`).join(",")).length).toBeLessThanOrEqual(40);
});

it("was written into columns as it still is", () => {
  for (const [reference] of NUMBERS) expect(referenceNumber1(reference)).toBe(referenceNumber(reference));
  for (const [text] of MENTIONED) expect(mentionsIn1(text)).toEqual(mentionsIn(text));
});
