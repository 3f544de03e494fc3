import { expect, it } from "@jest/globals";
import { at, closedRules, decideCo } from "./given.js";

const friday = at("2026-11-20T10:00");

it("a zone nobody knows", () => {
  const decision = decideCo(friday, { zones: ["Mars/Olympus"] });
  expect(decision.verdict).toBe("deny");
  expect(closedRules(decision)).toContain("SALDO/zone_known");
});

it("one unknown zone among known ones", () => {
  expect(decideCo(friday, { zones: ["America/Bogota", "Mars/Olympus"] }).verdict).toBe("deny");
});

it("no zone at all", () => {
  expect(decideCo(friday, { zones: [] }).verdict).toBe("deny");
});

it("no residence", () => {
  expect(closedRules(decideCo(friday, { residences: [], zones: ["America/Bogota"] }))).toEqual(["SALDO/residence_covered"]);
});

it("a plausible residence whose law is not shipped, beside one that is", () => {
  const decision = decideCo(friday, {
    residences: [
      { country: "CO", subdivision: null },
      { country: "US", subdivision: "NY" },
    ],
  });
  expect(decision.verdict).toBe("deny");
  expect(closedRules(decision)).toEqual(["SALDO/residence_covered"]);
});

it("a pack the account relies on that is not there", () => {
  expect(closedRules(decideCo(friday, { accountPackIds: ["CO-2300", "CO-9999"] }))).toEqual(["SALDO/packs_loaded"]);
});

it("the law of the residence binds although the account has taken on none", () => {
  expect(closedRules(decideCo(at("2026-11-22T10:00"), { accountPackIds: [] }))).toEqual(["CO-2300/hours"]);
});
