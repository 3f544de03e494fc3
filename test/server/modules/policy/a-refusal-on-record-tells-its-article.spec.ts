import { expect, test } from "@jest/globals";
import { whyNot } from "../../../../server/modules/policy/explain/refusal-on-record.words.js";
import { digestOf } from "../../../../server/modules/outbox/domain/digest.js";
import type { Decision, RuleResult } from "../../../../server/modules/policy/rules.js";

const rule = (fields: Partial<RuleResult>): RuleResult => ({
  packId: "CO-2300",
  ruleId: "hours",
  kind: "hours",
  verdict: "fail",
  reason: "hours",
  class: "law",
  certainty: "A",
  source: "Ley 2300 de 2023, art. 3",
  facts: { local: "20:10", windows: "07:00-19:00" },
  ...fields,
});
const decision: Decision = {
  verdict: "deny",
  at: Date.UTC(2026, 10, 24, 1, 10),
  channel: "whatsapp",
  purpose: "collection",
  zones: ["America/Bogota"],
  zoneData: "2026c",
  packs: [{ id: "CO-2300", version: "1" }],
  rules: [
    rule({ opensAt: Date.UTC(2026, 10, 24, 12) }),
    rule({ ruleId: "opt-out", kind: "opt_out", reason: "opted_out", facts: {}, source: "Ley 2300 de 2023, art. 5" }),
  ],
};

test("the rule that decides is told, with its article, in the reader's language", () => {
  const payload = { decision: digestOf(decision) };
  expect(whyNot(payload, "es")).toContain("Ley 2300 de 2023, art. 5.");
  expect(whyNot({ decision: digestOf({ ...decision, rules: [decision.rules[0]!] }) }, "es")).toBe(
    "El horario permitido es 07:00–19:00, y allí son las 20:10. Ley 2300 de 2023, art. 3.",
  );
  expect(whyNot({ decision: digestOf({ ...decision, rules: [decision.rules[0]!] }) }, "en")).toContain("20:10");
});

test("a permission, and a record without a decision, say nothing", () => {
  expect(
    whyNot({ decision: digestOf({ ...decision, verdict: "allow", rules: [rule({ verdict: "pass", reason: null })] }) }, "en"),
  ).toBeNull();
  expect(whyNot({ decision: null }, "en")).toBeNull();
  expect(whyNot({}, "en")).toBeNull();
});
