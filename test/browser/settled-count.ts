import type { Locator } from "playwright-core";

const LOOKS = 200;
const BETWEEN_MS = 50;

/**
 * How many elements there are once the page has done what was asked of it: looks until there are as many as expected, for ten seconds at most.
 * A page is drawn again after an answer has come; to look once is to race it.
 */
export async function settledCount(locator: Locator, expected: number): Promise<number> {
  for (let look = 1; ; look++) {
    const count = await locator.count();
    if (count === expected || look === LOOKS) return count;
    await locator.page().waitForTimeout(BETWEEN_MS);
  }
}
