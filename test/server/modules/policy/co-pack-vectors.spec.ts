import { describe, expect, it } from "@jest/globals";
import type { PolicyFacts } from "../../../../server/modules/policy/rules.js";
import { at, attempt, closedRules, decideCo } from "./given.js";

describe("CO-2300, hours and holidays", () => {
  it.each([
    ["a Friday before closing", "2026-11-20T18:59:59.999", "allow", []],
    ["the closing minute of a Friday", "2026-11-20T19:00", "not_before", ["CO-2300/hours"]],
    ["a Friday before opening", "2026-11-20T06:59:59.999", "not_before", ["CO-2300/hours"]],
    ["the opening minute of a Friday", "2026-11-20T07:00", "allow", []],
    ["a Saturday before closing", "2026-11-21T14:59", "allow", []],
    ["the closing minute of a Saturday", "2026-11-21T15:00", "not_before", ["CO-2300/hours"]],
    ["a Saturday before opening", "2026-11-21T07:59", "not_before", ["CO-2300/hours"]],
    ["a Sunday", "2026-11-22T10:00", "not_before", ["CO-2300/hours"]],
    ["a Monday that is a holiday", "2026-11-16T10:00", "not_before", ["CO-2300/holidays"]],
    ["the first 9 July of Ley 2578, on its Monday", "2026-07-13T10:00", "not_before", ["CO-2300/holiday_9_july"]],
    ["9 July itself", "2026-07-09T10:00", "allow", []],
    ["Good Friday", "2027-03-26T10:00", "not_before", ["CO-2300/holidays"]],
  ] as const)("%s: %s → %s", (_, local, verdict, closed) => {
    const decision = decideCo(at(local));
    expect([decision.verdict, closedRules(decision)]).toEqual([verdict, closed]);
  });

  it("tells when the day closes", () => {
    expect(decideCo(at("2026-11-20T10:00")).notAfter).toBe(at("2026-11-20T19:00"));
  });

  it("skips Sunday and the holiday after it", () => {
    expect(decideCo(at("2026-11-14T15:00")).notBefore).toBe(at("2026-11-17T07:00"));
  });
});

describe("CO-2300, one contact a day and one channel a week", () => {
  const whatsappOnWednesday = { attempts: [attempt(at("2026-11-25T09:12"), "whatsapp")] };

  it("a second message the same day is denied until the next morning", () => {
    const decision = decideCo(at("2026-11-25T15:42"), whatsappOnWednesday);
    expect(decision).toMatchObject({ verdict: "not_before", notBefore: at("2026-11-26T07:00") });
    expect(closedRules(decision)).toEqual(["CO-2300/one_contact_a_day"]);
    expect(decision.rules.find(({ ruleId }) => ruleId === "one_contact_a_day")).toMatchObject({
      facts: { used: 1, max: 1, last: at("2026-11-25T09:12") },
      opensAt: at("2026-11-26T07:00"),
      certainty: "A",
      source: "Ley 2300 de 2023, art. 3",
    });
  });

  it("a message the next day is allowed", () => {
    expect(decideCo(at("2026-11-26T07:00"), whatsappOnWednesday).verdict).toBe("allow");
  });

  it("a call the same day waits for Monday: both rules are named", () => {
    const decision = decideCo(at("2026-11-25T11:00"), whatsappOnWednesday, { channel: "call" });
    expect(decision).toMatchObject({ verdict: "not_before", notBefore: at("2026-11-30T07:00") });
    expect(closedRules(decision)).toEqual(["CO-2300/one_contact_a_day", "CO-2300/one_channel_a_week"]);
  });

  it("an e-mail two days after a WhatsApp in the same week is denied", () => {
    const decision = decideCo(at("2026-11-27T10:00"), whatsappOnWednesday, { channel: "email" });
    expect(decision).toMatchObject({ verdict: "not_before", notBefore: at("2026-11-30T07:00") });
    expect(closedRules(decision)).toEqual(["CO-2300/one_channel_a_week"]);
  });

  it("an e-mail in the next week is allowed", () => {
    expect(decideCo(at("2026-11-30T07:00"), whatsappOnWednesday, { channel: "email" }).verdict).toBe("allow");
  });

  it.each(["collection", "legal_notice", "service"] as const)(
    "the day is the debtor's: 23:30 there is the next day in UTC (%s)",
    (purpose) => {
      const late = { attempts: [attempt(at("2026-11-24T23:30"), "whatsapp")] };
      expect(decideCo(at("2026-11-25T07:00"), late, { purpose }).verdict).toBe("allow");
      expect(decideCo(at("2026-11-24T23:45"), late, { purpose }).verdict).toBe("not_before");
    },
  );

  it("whoever made the contact and whichever debt it was about, it counts", () => {
    const other = { attempts: [attempt(at("2026-11-25T09:12"), "whatsapp", { debtIds: ["debt-2"] })] };
    expect(decideCo(at("2026-11-25T15:42"), other).verdict).toBe("not_before");
  });

  it("an unanswered message counts, a reply does not", () => {
    const sent = (change: object): Partial<PolicyFacts> => ({ attempts: [attempt(at("2026-11-25T09:12"), "whatsapp", change)] });
    expect(decideCo(at("2026-11-25T15:42"), sent({ reached: false })).verdict).toBe("not_before");
    expect(decideCo(at("2026-11-25T15:42"), sent({ counts: false })).verdict).toBe("allow");
  });
});

describe("CO-2300, exemptions of article 8", () => {
  it("a payment confirmation may go out on a Sunday night, and the record says why", () => {
    const decision = decideCo(at("2026-11-22T22:00"), {}, { purpose: "service", ground: "operation_confirmation" });
    expect(decision.verdict).toBe("allow");
    expect(decision.rules.find(({ ruleId }) => ruleId === "hours")?.facts).toEqual({
      exempt: "art_8",
      exemptSource: "Ley 2300 de 2023, art. 8",
    });
  });

  it("service that claims no ground is gated like collection", () => {
    expect(decideCo(at("2026-11-22T22:00"), {}, { purpose: "service" }).verdict).toBe("not_before");
  });

  it("collection cannot claim a ground", () => {
    expect(decideCo(at("2026-11-22T22:00"), {}, { ground: "operation_confirmation" }).verdict).toBe("not_before");
  });
});
