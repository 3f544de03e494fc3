import { describe, expect, it } from "@jest/globals";
import { decide, PACKS } from "../../../../server/modules/policy/rules.js";
import { at, closedRules, facts, intent } from "./given.js";

const SAO_PAULO = "America/Sao_Paulo";

/** A debtor about whom everything is in order, living in one of the states; none = not known in which. */
function judge(now: number, states: readonly string[], change = {}) {
  const residences =
    states.length === 0 ? [{ country: "BR", subdivision: null }] : states.map((subdivision) => ({ country: "BR", subdivision }));
  return decide(intent(), facts({ accountPackIds: ["BR-CDC"], residences, ...change }), PACKS, now);
}

describe("BR-CDC, hours of the states", () => {
  it.each([
    ["MG", "2026-11-19T08:00", []],
    ["MG", "2026-11-19T19:59:59.999", []],
    ["MG", "2026-11-19T20:00", ["hours"]],
    ["MG", "2026-11-21T13:59", []],
    ["MG", "2026-11-21T14:00", ["hours"]],
    ["MG", "2026-11-22T10:00", ["hours"]],
    ["SP", "2026-11-19T08:00", []],
    ["SP", "2026-11-19T20:00", ["hours", "hours_sp"]],
    ["SP", "2026-11-21T10:00", []],
    ["RJ", "2026-11-21T10:00", ["hours_rj"]],
    ["RJ", "2026-11-19T08:59", ["hours_rj"]],
    ["RJ", "2026-11-19T09:00", []],
    ["RJ", "2026-11-19T19:00", ["hours_rj"]],
    ["ES", "2026-11-19T08:00", []],
    ["ES", "2026-11-19T19:00", ["hours_es"]],
    ["ES", "2026-11-21T10:00", ["hours_es"]],
    ["AL", "2026-11-19T19:59", []],
    ["AL", "2026-11-21T14:00", ["hours", "hours_al"]],
  ])("%s %s", (state, local, closed) => {
    expect(closedRules(judge(at(local, SAO_PAULO), [state]))).toEqual(closed.map((rule) => `BR-CDC/${rule}`));
  });

  it("in Amazonas the narrower of two laws: from eight to six", () => {
    const manaus = (local: string) => judge(at(local, "America/Manaus"), ["AM"]);
    // Part of the state keeps the hour of Acre, an hour behind.
    expect(closedRules(manaus("2026-11-19T08:59"))).toEqual(["BR-CDC/hours", "BR-CDC/hours_am"]);
    expect(manaus("2026-11-19T09:00")).toMatchObject({ verdict: "allow", notAfter: at("2026-11-19T18:00", "America/Manaus") });
    expect(closedRules(manaus("2026-11-19T18:00"))).toEqual(["BR-CDC/hours_am"]);
  });

  it.each(["RJ", "ES", "AM"])("what no source tells of a Saturday is not told as the law: %s", (state) => {
    const saturday = judge(at("2026-11-21T10:00", SAO_PAULO), [state]).rules.find(
      ({ kind, ruleId }) => kind === "hours" && ruleId !== "hours",
    );
    expect(saturday).toMatchObject({ verdict: "fail", reason: "hours_unknown" });
  });

  it("a state that is not known is bound by the law of every one", () => {
    expect(closedRules(judge(at("2026-11-21T10:00", SAO_PAULO), []))).toEqual(["BR-CDC/hours_rj", "BR-CDC/hours_es", "BR-CDC/hours_am"]);
  });

  it("two plausible states are bound by the laws of both", () => {
    expect(judge(at("2026-11-21T10:00", SAO_PAULO), ["DF", "GO"]).verdict).toBe("allow");
    expect(closedRules(judge(at("2026-11-21T10:00", SAO_PAULO), ["SP", "RJ"]))).toEqual(["BR-CDC/hours_rj"]);
  });

  it("the clock is the state's", () => {
    const closing = at("2026-11-19T20:00", SAO_PAULO);
    expect(judge(closing, ["MS"])).toMatchObject({ verdict: "allow", notAfter: at("2026-11-19T20:00", "America/Campo_Grande") });
    expect(judge(closing, ["AC"])).toMatchObject({ verdict: "allow", notAfter: at("2026-11-19T20:00", "America/Rio_Branco") });
    // Fernando de Noronha is an hour ahead of the rest of its state.
    expect(judge(at("2026-11-19T12:00", "America/Recife"), ["PE"])).toMatchObject({ notAfter: at("2026-11-19T20:00", "America/Noronha") });
  });
});

describe("BR-CDC, holidays", () => {
  it.each([
    ["MG", "2026-11-20T10:00", ["holidays"]],
    ["SP", "2026-11-20T10:00", ["holidays", "holidays_sp"]],
    ["RJ", "2026-04-23T10:00", ["state_holidays", "holidays_rj"]],
    ["SP", "2026-04-23T10:00", []],
    ["SP", "2026-07-09T10:00", ["state_holidays", "holidays_sp"]],
    ["ES", "2026-04-13T10:00", ["state_holidays", "holidays_es"]],
    ["MG", "2026-02-17T10:00", ["holidays"]],
    ["RJ", "2026-02-17T10:00", ["holidays", "state_holidays", "holidays_rj"]],
    // Lei AL 7.530/2013: 30 November 2027 is a Tuesday, 2028 a Thursday, 2026 a Monday.
    ["AL", "2026-11-30T10:00", ["state_holidays", "holidays_al"]],
    ["AL", "2027-11-29T10:00", ["state_holidays", "holidays_al"]],
    ["AL", "2027-11-30T10:00", []],
    ["AL", "2028-11-30T10:00", []],
    ["AL", "2028-12-01T10:00", ["state_holidays", "holidays_al"]],
    ["SE", "2027-11-29T10:00", []],
    // Lei AC 2.126/2009: 8 March 2028 is a Wednesday.
    ["AC", "2028-03-08T11:00", []],
    ["AC", "2028-03-10T11:00", ["state_holidays"]],
    ["BA", "2026-07-02T10:00", ["state_holidays"]],
    ["MG", "2026-07-02T10:00", []],
  ])("%s %s", (state, local, closed) => {
    expect(closedRules(judge(at(local, SAO_PAULO), [state]))).toEqual(closed.map((rule) => `BR-CDC/${rule}`));
  });

  it("of a state that is not known every state's close, each told with its state", () => {
    const shared = judge(at("2026-03-19T12:00", SAO_PAULO), []);
    expect(shared.rules.find(({ ruleId, reason }) => ruleId === "state_holidays" && reason === "holiday")).toMatchObject({
      facts: { name: "Dia de São José (AP); Dia de São José (CE)" },
    });
    expect(judge(at("2026-07-02T12:00", SAO_PAULO), ["BA"]).rules.find(({ ruleId }) => ruleId === "state_holidays")).toMatchObject({
      facts: { name: "Independência da Bahia" },
    });
  });

  it("a state that the pack does not list is one that is not known", () => {
    expect(closedRules(judge(at("2026-07-02T12:00", SAO_PAULO), ["XX"]))).toEqual(
      closedRules(judge(at("2026-07-02T12:00", SAO_PAULO), [])),
    );
  });
});

describe("BR-CDC, law and policy", () => {
  const exception = (ruleId: string) => ({
    exceptions: [{ id: "x", packId: "BR-CDC", ruleId, from: 0, until: at("2027-01-01T00:00") }],
  });

  it("an exception lifts the country's hours, which no law sets, and not a state's", () => {
    const evening = at("2026-11-19T20:30", SAO_PAULO);
    expect(judge(evening, ["MG"], exception("hours")).verdict).toBe("allow");
    expect(closedRules(judge(evening, ["SP"], exception("hours")))).toEqual(["BR-CDC/hours_sp"]);
    expect(closedRules(judge(evening, ["SP"], exception("hours_sp")))).toEqual(["BR-CDC/hours", "BR-CDC/hours_sp"]);
  });

  it("every rule says how sure it is", () => {
    const graded = judge(at("2026-11-19T10:00", SAO_PAULO), []).rules.filter(({ packId }) => packId === "BR-CDC");
    expect(new Set(graded.map((rule) => `${rule.ruleId} ${rule.class} ${rule.certainty}`))).toEqual(
      new Set([
        "hours policy B",
        "holidays policy P",
        "state_holidays policy P",
        ...["sp", "rj", "es", "am"].map((state) => `hours_${state} law C`),
        "hours_al law B",
        ...["sp", "rj", "es", "am", "al"].map((state) => `holidays_${state} law C`),
      ]),
    );
  });
});
