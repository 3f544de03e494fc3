import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type Bench, debtsCsv, openPortfolio } from "../portfolio/support/portfolio-bench.js";

/** Ten chunks of an import. */
const ROWS = 5_000;
const FILE = debtsCsv(
  ...Array.from({ length: ROWS }, (_, index) => ({
    external_id: `C-${index}`,
    reference: `F-${index}`,
    phone: `3${String(index).padStart(9, "0")}`,
  })),
);

let bench: Bench;
beforeAll(async () => {
  bench = await openPortfolio();
});
afterAll(() => bench.close());

it("answers others at least once a chunk", async () => {
  let turns = 0;
  let running = true;
  const turn = () => {
    turns++;
    if (running) setImmediate(turn);
  };
  setImmediate(turn);
  const { created } = await bench.importText(FILE);
  running = false;
  expect(created).toBe(ROWS);
  expect(turns).toBeGreaterThanOrEqual(10);
});
