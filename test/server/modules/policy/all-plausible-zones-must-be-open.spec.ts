import { expect, it } from "@jest/globals";
import { at, decideCo } from "./given.js";

const zones = ["America/Bogota", "America/Los_Angeles"];

it("waits for the later opening", () => {
  // 07:00 in Bogotá is 04:00 in Los Angeles.
  expect(decideCo(at("2026-11-20T08:00"), { zones })).toMatchObject({
    verdict: "not_before",
    notBefore: at("2026-11-20T07:00", "America/Los_Angeles"),
  });
});

it("closes with the earlier closing", () => {
  expect(decideCo(at("2026-11-20T12:00"), { zones })).toMatchObject({ verdict: "allow", notAfter: at("2026-11-20T19:00") });
});

it("shows the rule once for each zone", () => {
  const rows = decideCo(at("2026-11-20T08:00"), { zones }).rules.filter(({ ruleId }) => ruleId === "hours");
  expect(rows.map(({ verdict, facts }) => [facts.zone, facts.local, verdict])).toEqual([
    ["America/Bogota", "08:00", "pass"],
    ["America/Los_Angeles", "05:00", "fail"],
  ]);
});

it("a contact late in one zone's day counts for the day it was in either", () => {
  // 01:30 on the 26th in Bogotá is 22:30 on the 25th in Los Angeles: both dates are used.
  const attempts = [
    { id: "a", at: at("2026-11-26T01:30"), channel: "whatsapp" as const, counts: true, reached: null, conversation: false, debtIds: [] },
  ];
  expect(decideCo(at("2026-11-25T12:00"), { zones, attempts }).verdict).toBe("not_before");
  expect(decideCo(at("2026-11-26T12:00"), { zones, attempts }).verdict).toBe("not_before");
});
