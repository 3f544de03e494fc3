import { expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { decide } from "../../../../server/modules/policy/rules.js";
import { CATALOGUE, situation } from "./arbitrary-facts.js";
import { decideCo, at } from "./given.js";

it("whatever was asked", () => {
  fc.assert(
    fc.property(situation, ({ intent, facts, now }) => {
      const decision = decide(intent, facts, CATALOGUE, now);
      expect(decide(structuredClone(intent), structuredClone(facts), CATALOGUE, now)).toEqual(decision);
      expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
    }),
    { numRuns: 300 },
  );
});

it("names the packs, their versions, the zones and the zone data it was made with", () => {
  expect(decideCo(at("2026-11-20T10:00"))).toMatchObject({
    packs: [
      { id: "SALDO", version: "2026-11-30" },
      { id: "CO-2300", version: "2026-11-29" },
    ],
    zones: ["America/Bogota"],
    zoneData: "2026c",
  });
});

it("lists every rule even when the first one fails", () => {
  const all = decideCo(at("2026-11-20T10:00")).rules.map(({ ruleId }) => ruleId);
  const none = decideCo(at("2026-11-22T23:00"), { zones: [], debts: [], consents: {}, contactPoints: {}, residences: [] });
  expect(none.rules.map(({ ruleId }) => ruleId)).toEqual(all);
});
