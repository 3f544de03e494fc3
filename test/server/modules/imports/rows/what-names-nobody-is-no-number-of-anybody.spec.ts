import { expect, it } from "@jest/globals";
import { namesNothing } from "../../../../../server/modules/imports/rows/domain/cell-text.js";

const NOTHING = [
  "N/A",
  "n/d",
  "S/N",
  "NULL",
  "NaN",
  "-",
  "--",
  "—",
  ".",
  "0",
  "000",
  "(en blanco)",
  "Sin código",
  "Ninguno",
  "VERDADERO",
  "false",
];
const NAMES = ["NA-1", "SN", "10", "A-0", "NULLO-7", "Sinaloa 3", "00123", "N-A", "C.", "sin-7"];

it("is told from what names somebody", () => {
  expect([...NOTHING, ...NAMES].filter(namesNothing)).toEqual(NOTHING);
});
