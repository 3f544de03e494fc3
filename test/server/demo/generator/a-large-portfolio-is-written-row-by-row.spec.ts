import { expect, it } from "@jest/globals";
import { generatedFile } from "../../../../server/demo/generator/generated-file.js";
import { generatePortfolio } from "../../../../server/demo/generator/portfolio-generator.js";
import { writeFile } from "../../../../server/demo/generator/file-writer.js";
import { CLEAN } from "../../../../server/demo/generator/mess.js";
import { SeededRandom } from "../../../../server/platform/crypto/randomness.js";

it("reads no more rows ahead than fit into one piece of the file", () => {
  let read = 0;
  function* counted() {
    for (const row of generatePortfolio(new SeededRandom(1), { debtors: 100_000, countries: ["CO"], today: "2026-11-20" })) {
      read++;
      yield row;
    }
  }
  let written = 0;
  let furthest = 0;
  for (const piece of writeFile(counted(), new SeededRandom(2), CLEAN)) {
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) written++;
    furthest = Math.max(furthest, read - written);
    if (written > 20_000) break;
  }
  expect(written).toBeGreaterThan(20_000);
  expect(furthest).toBeLessThan(2_000);
  // Whoever stops reading stops the work.
  expect(read).toBeLessThan(30_000);
});

it("writes a messy file of many rows from beginning to end", () => {
  let lines = 0;
  for (const piece of generatedFile({ seed: 1, debtors: 20_000, countries: ["CO", "MX", "BR"], today: "2026-11-20", mess: [] })) {
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) lines++;
  }
  expect(lines).toBeGreaterThan(28_000);
});
