import { createHash } from "node:crypto";
import { expect, it } from "@jest/globals";
import { generatedFile } from "../../../../server/demo/generator/generated-file.js";
import { generatePortfolio } from "../../../../server/demo/generator/portfolio-generator.js";
import { SeededRandom } from "../../../../server/platform/crypto/randomness.js";

const SIZE = { debtors: 300, countries: ["CO", "MX", "BR"], today: "2026-11-20" } as const;

function hash(seed: number, mess: readonly string[] | null): string {
  const sum = createHash("sha256");
  for (const piece of generatedFile({ ...SIZE, seed, mess })) sum.update(piece);
  return sum.digest("hex");
}

it("writes the same file for the same seed, clean or messy", () => {
  expect(hash(7, null)).toBe(hash(7, null));
  expect(hash(7, [])).toBe(hash(7, []));
});

it("writes another file for another seed", () => {
  const seeds = [1, 2, 3, 4, 5, 6];
  expect(new Set(seeds.map((seed) => hash(seed, null))).size).toBe(6);
  expect(new Set(seeds.map((seed) => hash(seed, []))).size).toBe(6);
});

it("has a smaller portfolio begin as a larger one does", () => {
  const small = [...generatePortfolio(new SeededRandom(5), SIZE)];
  const large = [...generatePortfolio(new SeededRandom(5), { ...SIZE, debtors: 600 })];
  expect(large.slice(0, small.length)).toEqual(small);
  expect(large.length).toBeGreaterThan(small.length);
});
