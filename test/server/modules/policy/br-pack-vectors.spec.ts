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

  it("a law whose opening nobody could read never opens", () => {
    const noon = judge(at("2026-11-19T12:00", "America/Manaus"), ["AM"]);
    expect(noon).toMatchObject({ verdict: "deny" });
    expect(noon.rules.find(({ ruleId }) => ruleId === "hours_am")).toMatchObject({ verdict: "fail", reason: "hours_unknown" });
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
    ["RJ", "2026-04-23T10:00", ["holidays_rj"]],
    ["SP", "2026-04-23T10:00", []],
    ["SP", "2026-07-09T10:00", ["holidays_sp"]],
    ["ES", "2026-04-13T10:00", ["holidays_es"]],
    ["MG", "2026-02-17T10:00", ["holidays"]],
    ["RJ", "2026-02-17T10:00", ["holidays", "holidays_rj"]],
  ])("%s %s", (state, local, closed) => {
    expect(closedRules(judge(at(local, SAO_PAULO), [state]))).toEqual(closed.map((rule) => `BR-CDC/${rule}`));
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
        ...["sp", "rj", "es", "am"].map((state) => `hours_${state} law C`),
        "hours_al law B",
        ...["sp", "rj", "es", "am", "al"].map((state) => `holidays_${state} law C`),
      ]),
    );
  });
});
