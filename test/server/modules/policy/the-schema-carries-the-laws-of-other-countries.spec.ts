import { describe, expect, it } from "@jest/globals";
import type { PackRule, PolicyPack, WeekWindows } from "../../../../server/modules/policy/rules.js";
import { at, attempt, closedRules, decideBy, pack } from "./given.js";

// The shapes other packs need, by their known vectors. The packs themselves come with their countries.
const LAW = { class: "law", certainty: "B", source: "X" } as const;
const every = (...window: [string, string]): WeekWindows =>
  Object.fromEntries((["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const).map((day) => [day, [window]]));
const weekdays = (...window: [string, string]): WeekWindows => ({ ...every(...window), sat: [], sun: [] });
const country = (code: string, zones: string[], rules: PackRule[], change: Partial<PolicyPack> = {}) =>
  pack(rules, { id: code, residence: [{ country: code, zones }], ...change });

describe("Chile: written contacts twice a week, two days apart", () => {
  const santiago = "America/Santiago";
  const chile = country(
    "CL",
    [santiago],
    [
      { id: "hours", kind: "hours", week: { ...every("08:00", "20:00"), sun: [] }, ...LAW },
      { id: "two_a_week", kind: "cap", max: 2, period: "week", per: "debtor", channels: ["email", "sms", "whatsapp"], ...LAW },
      {
        id: "two_days_apart",
        kind: "quiet_days",
        after: "attempt",
        days: 2,
        per: "debtor",
        channels: ["email", "sms", "whatsapp"],
        ...LAW,
      },
    ],
  );
  const on = (...days: string[]) => ({ attempts: days.map((day) => attempt(at(`${day}T10:00`, santiago), "whatsapp")) });
  const judge = (day: string, ...before: string[]) => closedRules(decideBy(chile, at(`${day}T11:00`, santiago), on(...before)));

  it.each([
    ["Tuesday after Monday", "2026-11-24", ["2026-11-23"], ["CL/two_days_apart"]],
    ["Wednesday after Monday", "2026-11-25", ["2026-11-23"], []],
    ["a third in the week", "2026-11-27", ["2026-11-23", "2026-11-25"], ["CL/two_a_week"]],
    ["a third in seven days over a weekend", "2026-12-02", ["2026-11-26", "2026-11-28"], ["CL/two_a_week"]],
    ["a Sunday", "2026-11-29", [], ["CL/hours"]],
  ])("%s", (_, day, before, closed) => {
    expect(judge(day, ...before)).toEqual(closed);
  });
});

describe("Peru: working days only", () => {
  const lima = "America/Lima";
  const peru = country("PE", [lima], [{ id: "hours", kind: "hours", week: weekdays("07:00", "20:00"), ...LAW }]);

  it.each([
    ["2026-11-21T10:00", "not_before"],
    ["2026-11-20T19:59", "allow"],
    ["2026-11-20T20:00", "not_before"],
  ])("%s → %s", (local, verdict) => {
    expect(decideBy(peru, at(local, lima)).verdict).toBe(verdict);
  });
});

describe("United States: seven calls in seven days about a debt, silence after a conversation, opt-out text", () => {
  const newYork = "America/New_York";
  const us = country(
    "US",
    [newYork],
    [
      { id: "hours", kind: "hours", week: every("08:00", "21:00"), ...LAW },
      { id: "seven_in_seven", kind: "cap", max: 7, period: "rolling_7d", per: "debt", channels: ["call"], ...LAW },
      { id: "after_conversation", kind: "quiet_days", after: "conversation", days: 7, per: "debt", channels: ["call"], ...LAW },
      { id: "opt_out_text", kind: "disclosure", requires: "opt_out", channels: ["whatsapp", "sms", "email"], ...LAW },
    ],
  );
  const now = at("2026-11-25T12:00", newYork);
  const calls = (count: number, change = {}) =>
    Array.from({ length: count }, (_, i) => attempt(now - (i + 1) * 20 * 3_600_000, "call", change));

  it("the seventh call is allowed, the eighth waits until the first is seven days old", () => {
    expect(decideBy(us, now, { attempts: calls(6) }, { channel: "call" }).verdict).toBe("allow");
    expect(decideBy(us, now, { attempts: calls(7) }, { channel: "call" })).toMatchObject({
      verdict: "not_before",
      notBefore: now + 28 * 3_600_000,
    });
  });

  it("calls about another debt have their own seven", () => {
    expect(decideBy(us, now, { attempts: calls(7, { debtIds: ["debt-2"] }) }, { channel: "call" }).verdict).toBe("allow");
  });

  it("a call six days after a conversation is denied, on the seventh date after it is open", () => {
    const attempts = [attempt(at("2026-11-19T18:00", newYork), "call", { conversation: true })];
    expect(decideBy(us, now, { attempts }, { channel: "call" })).toMatchObject({ notBefore: at("2026-11-26T08:00", newYork) });
  });

  it("a message needs its opt-out text", () => {
    const attempts = [attempt(at("2026-11-19T18:00", newYork), "call", { conversation: true })];
    expect(decideBy(us, now, { attempts }, { disclosures: ["opt_out"] }).verdict).toBe("allow");
    expect(closedRules(decideBy(us, now))).toEqual(["US/opt_out_text"]);
  });

  it("08:00 follows the wall clock over the change of 2027-03-14", () => {
    expect(decideBy(us, at("2027-03-14T07:59", newYork), {}, { channel: "call" }).notBefore).toBe(Date.parse("2027-03-14T12:00Z"));
    expect(decideBy(us, at("2027-03-13T07:59", newYork), {}, { channel: "call" }).notBefore).toBe(Date.parse("2027-03-13T13:00Z"));
  });
});

describe("Mexico: several zones", () => {
  const mexico = pack([{ id: "hours", kind: "hours", week: every("07:00", "22:00"), ...LAW }], {
    id: "MX",
    residence: [
      { country: "MX", subdivision: "ROO", zones: ["America/Cancun"] },
      { country: "MX", subdivision: "BCN", zones: ["America/Tijuana"] },
    ],
  });
  const living = (subdivision: string | null) => ({ residences: [{ country: "MX", subdivision }] });
  const closing = at("2026-11-20T22:00", "America/Cancun");

  it("a subdivision decides the zone", () => {
    expect(decideBy(mexico, closing - 1, living("ROO")).verdict).toBe("allow");
    expect(decideBy(mexico, closing, living("ROO")).verdict).toBe("not_before");
    expect(decideBy(mexico, closing, living("BCN")).verdict).toBe("allow");
  });

  it("without one every zone of the country must be open, and no pack of parts covers the whole", () => {
    const decision = decideBy(mexico, closing, { ...living(null), accountPackIds: ["MX"] });
    expect(decision.zones).toEqual([]);
    expect(decision.verdict).toBe("deny");
  });
});

describe("Brazil: laws of states over a policy of hours", () => {
  const brazil = pack(
    [
      { id: "hours", kind: "hours", week: weekdays("08:00", "20:00"), class: "policy", certainty: "P", source: "CDC" },
      { id: "rj", kind: "hours", week: weekdays("09:00", "19:00"), subdivisions: ["RJ"], ...LAW },
      { id: "am", kind: "hours", week: weekdays("?", "19:00"), subdivisions: ["AM"], ...LAW },
    ],
    { id: "BR", residence: [{ country: "BR", zones: ["America/Sao_Paulo"] }] },
  );
  const judge = (subdivision: string | null, local: string) =>
    closedRules(decideBy(brazil, at(local, "America/Sao_Paulo"), { residences: [{ country: "BR", subdivision }] }));

  it("bind their residents only", () => {
    expect(judge("SP", "2026-11-20T08:30")).toEqual([]);
    expect(judge("RJ", "2026-11-20T08:30")).toEqual(["BR/rj"]);
  });

  it("bind everybody whose state is unknown", () => {
    expect(judge(null, "2026-11-20T08:30")).toEqual(["BR/rj", "BR/am"]);
  });

  it("an hour nobody could read is closed", () => {
    expect(judge("AM", "2026-11-20T12:00")).toEqual(["BR/am"]);
  });
});

describe("India: the edges of a day", () => {
  const kolkata = "Asia/Kolkata";
  const india = country("IN", [kolkata], [{ id: "hours", kind: "hours", week: every("08:00", "19:00"), ...LAW }]);

  it.each([
    ["2026-11-22T07:59", "not_before"],
    ["2026-11-22T08:00", "allow"],
    ["2026-11-22T19:00", "not_before"],
  ])("%s → %s", (local, verdict) => {
    expect(decideBy(india, at(local, kolkata)).verdict).toBe(verdict);
  });
});

describe("a week that is named", () => {
  const rule = (period: "calendar_week" | "rolling_7d" | "rolling_7d_by_date" | "week") =>
    country("CO", ["America/Bogota"], [{ id: "cap", kind: "cap", max: 1, period, per: "debtor", ...LAW }]);
  const friday = { attempts: [attempt(at("2026-11-20T10:00"), "whatsapp")] };

  it.each([
    ["calendar_week", "2026-11-23T00:00"],
    ["rolling_7d", "2026-11-27T10:00"],
    ["rolling_7d_by_date", "2026-11-27T00:00"],
    ["week", "2026-11-27T10:00"],
  ] as const)("%s opens at %s", (period, opens) => {
    expect(decideBy(rule(period), at("2026-11-20T12:00"), friday).notBefore).toBe(at(opens));
  });
});
