import { expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { decide } from "../../../../server/modules/policy/rules.js";
import { CATALOGUE, situation } from "./arbitrary-facts.js";

it("open at that instant, closed a millisecond before, and at every sampled moment between", () => {
  let waits = 0;
  fc.assert(
    fc.property(situation, fc.double({ min: 0, max: 1, noNaN: true }), ({ intent, facts, now }, share) => {
      const { notBefore } = decide(intent, facts, CATALOGUE, now);
      if (notBefore === undefined) return;
      waits += 1;
      expect(decide(intent, facts, CATALOGUE, notBefore).verdict).toBe("allow");
      expect(decide(intent, facts, CATALOGUE, notBefore - 1).verdict).not.toBe("allow");
      const between = Math.floor(now + share * (notBefore - 1 - now));
      expect(decide(intent, facts, CATALOGUE, between)).toMatchObject({ verdict: "not_before", notBefore });
    }),
    { numRuns: 1_000 },
  );
  expect(waits).toBeGreaterThan(50);
});

it("an allowed contact stays allowed until notAfter and not at it", () => {
  fc.assert(
    fc.property(situation, fc.double({ min: 0, max: 1, noNaN: true }), ({ intent, facts, now }, share) => {
      const { verdict, notAfter, purpose } = decide(intent, facts, CATALOGUE, now);
      if (verdict !== "allow" || notAfter === undefined) return;
      const between = Math.floor(now + share * (notAfter - 1 - now));
      expect(decide(intent, facts, CATALOGUE, between).verdict).toBe("allow");
      // The end of a reply's window ends the purpose: what follows may be open for another reason.
      expect(purpose === "reply" || decide(intent, facts, CATALOGUE, notAfter).verdict !== "allow").toBe(true);
    }),
    { numRuns: 1_000 },
  );
});
