import { expect, it } from "@jest/globals";
import { generatedFile } from "../../../../server/demo/generator/generated-file.js";

const MEBIBYTE = 1_048_576;

it("writes 200,000 rows without holding them", () => {
  const before = process.memoryUsage().rss;
  let [bytes, lines, most] = [0, 0, 0];
  const pieces = generatedFile({ seed: 1, debtors: 142_500, countries: ["CO", "MX", "BR"], today: "2026-11-20", mess: [] });
  for (const piece of pieces) {
    bytes += piece.length;
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) lines++;
    most = Math.max(most, process.memoryUsage.rss());
  }
  expect(lines).toBeGreaterThan(200_000);
  expect(bytes).toBeGreaterThan(30 * MEBIBYTE);
  expect((most - before) / MEBIBYTE).toBeLessThan(150);
});
