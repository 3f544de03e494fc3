import { expect, it } from "@jest/globals";
import { at, closedRules, decideCo, facts } from "./given.js";

const friday = at("2026-11-20T10:00");
const withEmail = (status: "withdrawn" | "unknown") => ({
  consents: { ...facts().consents, email: { status, source: "chat", on: "2026-08-03" } },
});

it("withdrawn: denied for good, by law and by the house", () => {
  const decision = decideCo(friday, withEmail("withdrawn"), { channel: "email" });
  expect(decision.verdict).toBe("deny");
  expect(closedRules(decision)).toEqual(["SALDO/consent_not_withdrawn", "CO-2300/authorised_channel"]);
  expect(decision.rules.find(({ ruleId }) => ruleId === "authorised_channel")).toMatchObject({
    verdict: "fail",
    class: "law",
    source: "Ley 2300 de 2023, art. 2",
    reason: "consent_withdrawn",
    facts: { date: "2026-08-03" },
  });
});

it("unknown: not authorised, and said to be unknown", () => {
  const decision = decideCo(friday, withEmail("unknown"), { channel: "email" });
  expect(decision.verdict).toBe("deny");
  expect(decision.rules.find(({ ruleId }) => ruleId === "authorised_channel")?.verdict).toBe("unknown");
});

it("the other channels stay open", () => {
  expect(decideCo(friday, withEmail("withdrawn")).verdict).toBe("allow");
});
