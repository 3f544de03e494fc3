import { expect, it } from "@jest/globals";
import { COLUMNS, type Column, HEADERS, headersOf } from "../../../../server/demo/generator/columns.js";
import { mapColumns } from "../../../../server/modules/imports/rows/domain/columns.js";
import { IMPORT_FIELDS } from "../../../../server/shared/import-fields.js";
import { SeededRandom } from "../../../../server/platform/crypto/randomness.js";

/** What the import takes a column for; columns it does not know yet must not pass for others. */
const meantAs = (column: Column) => {
  const field = column === "emi" ? "instalment" : column;
  return (IMPORT_FIELDS.debts as readonly string[]).includes(field) ? field : null;
};

it.each(["es", "pt", "en"] as const)("in every variant of %s", (language) => {
  for (const column of COLUMNS) {
    for (const header of HEADERS[language][column]) {
      expect([header, mapColumns("debts", [header]).fields]).toEqual([header, [meantAs(column)]]);
    }
  }
});

it.each(["fields", "es", "pt", "en"] as const)("as whole files in %s, in capitals or with underscores", (language) => {
  const seen = new Set<string>();
  for (let seed = 0; seed < 40; seed++) {
    const headers = headersOf(new SeededRandom(seed), language);
    const written = COLUMNS.map((column) => headers[column]);
    seen.add(written.join());
    expect(mapColumns("debts", written)).toMatchObject({ missing: [], fields: COLUMNS.map(meantAs) });
  }
  expect(seen.size > 1).toBe(language !== "fields");
});
