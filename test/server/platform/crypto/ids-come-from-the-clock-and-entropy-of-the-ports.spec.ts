import { expect, test } from "@jest/globals";
import { SteppedClock } from "../../../../server/platform/clock/stepped-clock.js";
import { Ids } from "../../../../server/platform/crypto/ids.js";
import { SeededEntropy } from "../../../../server/platform/crypto/seeded-entropy.js";

const START = Date.UTC(2026, 10, 30);
const idsOf = (seed: number) => new Ids(new SteppedClock(START), new SeededEntropy(seed));

test("one seed and one instant give the same ids, another seed others", () => {
  const take = (seed: number) => {
    const ids = idsOf(seed);
    return [ids.next(), ids.next(), ids.next()];
  };
  expect(take(1)).toEqual(take(1));
  expect(new Set([...take(1), ...take(2)]).size).toBe(6);
});

test("an id is a UUID of version 7 with the instant of the clock in front", () => {
  const id = idsOf(1).next();
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replace("-", "").slice(0, 12), 16)).toBe(START);
});
