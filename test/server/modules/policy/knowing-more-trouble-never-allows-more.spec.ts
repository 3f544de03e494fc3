import { expect, it } from "@jest/globals";
import * as fc from "fast-check";
import type { Decision, PolicyFacts } from "../../../../server/modules/policy/rules.js";
import { decide } from "../../../../server/modules/policy/rules.js";
import { attempt, attemptAt, CATALOGUE, hold, holdAt, optOut, optOutAt, situation, zone } from "./arbitrary-facts.js";

/** When the contact may be made: now, from an instant on, or never. */
function opens({ verdict, at, notBefore }: Decision): number {
  return verdict === "allow" ? at : (notBefore ?? Infinity);
}

function closes({ verdict, notAfter }: Decision): number {
  return verdict === "allow" ? (notAfter ?? Infinity) : -Infinity;
}

/** A situation in which the addition allows more, if one is found. */
function loosenedBy<T>(more: fc.Arbitrary<T>, add: (facts: PolicyFacts, extra: T, now: number) => PolicyFacts) {
  const property = fc.property(situation, more, ({ intent, facts, now }, extra) => {
    const before = decide(intent, facts, CATALOGUE, now);
    const after = decide(intent, add(facts, extra, now), CATALOGUE, now);
    return opens(after) >= opens(before) && closes(after) <= closes(before);
  });
  return fc.check(property, { numRuns: 500 }).counterexample;
}

it("one more attempt", () => {
  const found = loosenedBy(attempt, (facts, extra, now) => ({ ...facts, attempts: [...facts.attempts, attemptAt(extra, now)] }));
  expect(found).toBeNull();
});

it("one more hold", () => {
  const found = loosenedBy(hold, (facts, extra, now) => ({ ...facts, holds: [...facts.holds, holdAt(extra, now)] }));
  expect(found).toBeNull();
});

it("one more opt-out", () => {
  const found = loosenedBy(optOut, (facts, extra, now) => ({ ...facts, optOuts: [...facts.optOuts, optOutAt(extra, now)] }));
  expect(found).toBeNull();
});

it("words that are dropped", () => {
  const found = loosenedBy(fc.constantFrom("whatsapp", "call", "email", "sms"), (facts, channel, now) => ({
    ...facts,
    unheard: { ...facts.unheard, [channel]: now },
  }));
  expect(found).toBeNull();
});

it("a consent withdrawn", () => {
  const found = loosenedBy(fc.constantFrom("whatsapp", "call", "email", "sms"), (facts, channel) => ({
    ...facts,
    consents: { ...facts.consents, [channel]: { status: "withdrawn", source: "chat", on: "2026-08-03" } },
  }));
  expect(found).toBeNull();
});

it("one more plausible zone", () => {
  const found = loosenedBy(
    fc.oneof(zone, fc.constant("Mars/Olympus")),
    // To know a first zone is to know more, not to doubt more.
    (facts, extra) => (facts.zones === null || facts.zones.length === 0 ? facts : { ...facts, zones: [...facts.zones, extra] }),
  );
  expect(found).toBeNull();
});

it("one more plausible state", () => {
  const found = loosenedBy(fc.constantFrom("SP", "RJ", "AM", "PE", "BCN", "CHH", "SON"), (facts, subdivision) => ({
    ...facts,
    residences: facts.residences.flatMap((home) => [home, { country: home.country, subdivision }]),
  }));
  expect(found).toBeNull();
});

it("a state nobody knows any more", () => {
  const found = loosenedBy(fc.constant(null), (facts, subdivision) => ({
    ...facts,
    residences: facts.residences.map(({ country }) => ({ country, subdivision })),
  }));
  expect(found).toBeNull();
});

it("one more pack taken on by the account", () => {
  const found = loosenedBy(fc.constantFrom("CO-2300", "MX-CONDUSEF", "BR-CDC", "MX-TEST", "NOT-SHIPPED"), (facts, id) => ({
    ...facts,
    accountPackIds: [...facts.accountPackIds, id],
  }));
  expect(found).toBeNull();
});

it("one more rule of the account", () => {
  const found = loosenedBy(fc.constantFrom(1, 2, 5), (facts, max) => ({
    ...facts,
    tightening: {
      version: "2",
      rules: [
        ...(facts.tightening?.rules ?? []),
        { id: "own_cap", kind: "cap" as const, max, period: "rolling_7d" as const, per: "debtor" as const },
      ],
    },
  }));
  expect(found).toBeNull();
});
