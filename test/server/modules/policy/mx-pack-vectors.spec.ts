import { describe, expect, it } from "@jest/globals";
import { decide, PACKS } from "../../../../server/modules/policy/rules.js";
import { at, closedRules, facts, intent, onEvery } from "./given.js";

const CANCUN = "America/Cancun";

/** A debtor about whom everything is in order, living in one of the states; none = not known in which. */
function judge(now: number, states: readonly string[], change = {}) {
  const residences =
    states.length === 0 ? [{ country: "MX", subdivision: null }] : states.map((subdivision) => ({ country: "MX", subdivision }));
  return decide(intent(), facts({ accountPackIds: ["MX-CONDUSEF"], residences, ...change }), PACKS, now);
}

describe("MX-CONDUSEF, hours", () => {
  it.each([
    ["before closing", "2026-11-20T21:59:59.999", "allow"],
    ["the closing minute", "2026-11-20T22:00", "not_before"],
    ["before opening", "2026-11-20T06:59", "not_before"],
    ["the opening minute", "2026-11-20T07:00", "allow"],
    ["a Sunday", "2026-11-22T10:00", "allow"],
    ["a public holiday, about which the text is silent", "2026-11-16T10:00", "allow"],
    ["Christmas", "2026-12-25T10:00", "allow"],
  ] as const)("%s: %s in Cancún → %s", (_, local, verdict) => {
    const decision = judge(at(local, CANCUN), ["ROO"]);
    expect([decision.verdict, closedRules(decision)]).toEqual([verdict, verdict === "allow" ? [] : ["MX-CONDUSEF/hours"]]);
  });

  it("22:00 in Cancún is still open in Tijuana, until 22:00 there", () => {
    const closing = at("2026-11-20T22:00", CANCUN);
    expect(judge(closing, ["ROO"])).toMatchObject({ verdict: "not_before", notBefore: at("2026-11-21T07:00", CANCUN) });
    expect(judge(closing, ["BCN"])).toMatchObject({ verdict: "allow", notAfter: at("2026-11-20T22:00", "America/Tijuana") });
  });

  it("a state that is not known is open only where the whole country is: from seven in the west to ten in the east", () => {
    const noon = at("2026-11-20T12:00", CANCUN);
    expect(judge(noon, [])).toMatchObject({ verdict: "allow", notAfter: at("2026-11-20T22:00", CANCUN) });
    expect(judge(at("2026-11-20T22:00", CANCUN), [])).toMatchObject({
      verdict: "not_before",
      notBefore: at("2026-11-21T07:00", "America/Tijuana"),
    });
  });

  it("a state with several clocks is open where all of them are", () => {
    // In July the border at Ojinaga keeps the summer time of Texas, Chihuahua keeps none, Ciudad Juárez that of El Paso.
    expect(judge(at("2026-07-15T12:00", "America/Chihuahua"), ["CHH"])).toMatchObject({
      notAfter: at("2026-07-15T22:00", "America/Ojinaga"),
      zones: ["America/Chihuahua", "America/Ciudad_Juarez", "America/Ojinaga"],
    });
  });

  it.each([
    ["Sonora, without summer time", "SON", "2026-07-15T22:00-07:00"],
    ["Sinaloa, the same hour all year since 2022", "SIN", "2026-07-15T22:00-07:00"],
    ["Mexico City, the same hour all year since 2022", "CMX", "2026-07-15T22:00-06:00"],
    ["Baja California, with the summer time of California", "BCN", "2026-07-15T22:00-07:00"],
    ["Baja California in winter", "BCN", "2026-12-15T22:00-08:00"],
    ["Quintana Roo", "ROO", "2026-07-15T22:00-05:00"],
    ["the border of Tamaulipas decides in summer", "TAM", "2026-07-15T22:00-05:00"],
    ["and its other towns as much in winter", "TAM", "2026-12-15T22:00-06:00"],
    ["Nayarit, whose coast at Bahía de Banderas is an hour ahead", "NAY", "2026-07-15T22:00-06:00"],
  ])("%s closes on time", (_, state, closing) => {
    expect(judge(Date.parse(closing) - 1, [state]).verdict).toBe("allow");
    expect(judge(Date.parse(closing), [state]).verdict).toBe("not_before");
  });
});

describe("MX-CONDUSEF, who may be contacted", () => {
  const noon = at("2026-11-20T12:00", CANCUN);

  it("references never, guarantors as the debtor", () => {
    expect(closedRules(judge(noon, ["ROO"], { contactPoints: onEvery("reference") }))).toContain("MX-CONDUSEF/no_third_party");
    expect(judge(noon, ["ROO"], { contactPoints: onEvery("guarantor") }).verdict).toBe("allow");
  });
});
