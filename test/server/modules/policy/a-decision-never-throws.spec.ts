import { expect, it } from "@jest/globals";
import * as fc from "fast-check";
import type { ContactIntent, PolicyFacts, PolicyPack } from "../../../../server/modules/policy/rules.js";
import { decide, PACKS } from "../../../../server/modules/policy/rules.js";
import { CATALOGUE, relativeFacts, intent, situation } from "./arbitrary-facts.js";
import { attempt, at, decideBy, facts, intent as given, pack } from "./given.js";

const VERDICTS = ["allow", "deny", "not_before"];

it("on facts of the right shape, and knows all three answers", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(situation, (asked) => {
      const { verdict } = decide(asked.intent, asked.facts, CATALOGUE, asked.now);
      seen.add(verdict);
      expect(VERDICTS).toContain(verdict);
    }),
    { numRuns: 1_000 },
  );
  expect([...seen].sort()).toEqual(["allow", "deny", "not_before"]);
});

it("on numbers that are no instants", () => {
  const odd = fc.constantFrom(Number.NaN, Infinity, -Infinity, 8.64e15 + 1, -1e300, 1e300);
  fc.assert(
    fc.property(odd, odd, intent, relativeFacts, (strange, when, contact, known) => {
      const broken: PolicyFacts = {
        ...known,
        attempts: [attempt(strange, "whatsapp")],
        holds: [{ id: "h", debtId: null, kind: "dispute", from: strange, until: strange }],
        lastInbound: { whatsapp: strange },
      };
      expect(VERDICTS).toContain(decide(contact, broken, CATALOGUE, when).verdict);
      // No instant in reach, or facts without one: nothing goes out.
      expect(decide({ ...contact, purpose: "collection" }, broken, CATALOGUE, when).verdict).not.toBe("allow");
    }),
  );
});

it("on what is no instant but is compared as one: it never allows", () => {
  const open = at("2026-11-20T10:00");
  expect(decide(given(), facts(), PACKS, open).verdict).toBe("allow");
  const lookalikes = [
    [],
    [open],
    String(open),
    new Date(open),
    BigInt(open),
    { valueOf: () => open },
    true,
    "",
    null,
    undefined,
    Number.NaN,
  ];
  for (const now of lookalikes) expect(decide(given(), facts(), PACKS, now as number)).toMatchObject({ verdict: "deny", at: 0 });
});

it("an exception without instants lifts nothing", () => {
  const closed = at("2026-11-19T20:00");
  const exception = (from: unknown, until: unknown) =>
    facts({
      accountPackIds: ["BR-CDC"],
      residences: [{ country: "BR", subdivision: "MG" }],
      exceptions: [{ id: "x", packId: "BR-CDC", ruleId: "hours", from: from as number, until: until as number }],
    });
  expect(decide(given(), exception(0, closed + 1), PACKS, closed).verdict).toBe("allow");
  for (const [from, until] of [
    [[], String(closed + 1)],
    [null, Infinity],
    [Number.NaN, closed + 1],
    [0, [closed + 1]],
  ]) {
    expect(decide(given(), exception(from, until), PACKS, closed).verdict).not.toBe("allow");
  }
});

it("on anything at all, and then it never allows", () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), fc.anything(), fc.double(), (contact, known, packs, when) => {
      expect(decide(contact as ContactIntent, known as PolicyFacts, packs as PolicyPack[], when).verdict).toBe("deny");
    }),
    { numRuns: 1_000 },
  );
});

it("an attempt without a readable instant closes the caps instead of opening them", () => {
  const decision = decide(given(), facts({ attempts: [attempt(Number.NaN, "whatsapp")] }), PACKS, at("2026-11-20T10:00"));
  expect(decision.verdict).toBe("deny");
});

it("a limit nobody can read is no room at all", () => {
  const unreadable = pack([
    { id: "cap", kind: "cap", max: Number.NaN, period: "calendar_day", per: "debtor", class: "law", certainty: "C", source: "X" },
  ]);
  expect(decideBy(unreadable, at("2026-11-20T10:00")).verdict).toBe("deny");
});

it("a rule of a kind this version does not know is closed", () => {
  const future = pack([
    { id: "new", kind: "phase_of_moon", class: "law", certainty: "A", source: "X" } as unknown as PolicyPack["rules"][number],
  ]);
  expect(decideBy(future, at("2026-11-20T10:00"))).toMatchObject({
    verdict: "deny",
    rules: expect.arrayContaining([expect.objectContaining({ ruleId: "new", verdict: "unknown" })]),
  });
});
