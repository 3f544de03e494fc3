import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { TokenBucket } from "../../../../server/modules/outbox/domain/token-bucket.js";

test("in any stretch of time no more is taken than the burst and what the rate adds", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 1, max: 50 }),
      fc.array(fc.tuple(fc.nat(2_000), fc.nat(80)), { maxLength: 40 }),
      (rate, burst, calls) => {
        const bucket = new TokenBucket(rate, burst, 0);
        let now = 0;
        let taken = 0;
        for (const [wait, wanted] of calls) {
          now += wait;
          taken += bucket.take(wanted, now);
        }
        expect(taken).toBeLessThanOrEqual(burst + (now / 1_000) * rate);
      },
    ),
  );
});

test("when all are taken, nothing goes until a token has come back", () => {
  const bucket = new TokenBucket(10, 10, 0);
  bucket.take(10, 0);
  expect(bucket.take(5, 50)).toBe(0);
  expect(bucket.wait(50)).toBe(50);
  expect(bucket.take(5, 100)).toBe(1);
});
