import { describe, expect, it } from "@jest/globals";
import { stayed, surveyTally } from "../../../../../server/modules/kpis/metrics/domain/cases/after-closing.js";
import { isAutomatic } from "../../../../../server/modules/kpis/metrics/domain/cases/activity.js";
import { agentDays } from "../../../../../server/modules/kpis/metrics/domain/cases/agent-days.js";
import { concurrencyOf } from "../../../../../server/modules/kpis/metrics/domain/arithmetic/concurrency.js";
import {
  ARTEFACTS,
  type ArtefactState,
  documentationGaps,
} from "../../../../../server/modules/kpis/metrics/domain/cases/documentation-check.js";
import { escalationTally } from "../../../../../server/modules/kpis/metrics/domain/cases/escalation-tally.js";
import { scheduleTally } from "../../../../../server/modules/kpis/metrics/domain/cases/schedule-tally.js";
import { fraction } from "../../../../../server/modules/kpis/metrics/domain/arithmetic/fraction.js";
import { HOUR } from "../../../../../server/shared/instant.js";

it("what a person put right was not done by a machine", () => {
  expect(isAutomatic({ kind: "reply", by: "machine", corrected: false })).toBe(true);
  expect(isAutomatic({ kind: "reply", by: "machine", corrected: true })).toBe(false);
  expect(isAutomatic({ kind: "note", by: "person", corrected: false })).toBe(false);
});

it("what was held back is prevented, and in no share; what was cleared was permitted", () => {
  const contact = (left: boolean, permitted: boolean, cleared = false) => ({ left, permitted, cleared });
  expect(scheduleTally([contact(true, true), contact(true, false), contact(true, false, true), contact(false, false)])).toEqual({
    regulated: 3,
    permitted: 2,
    prevented: 1,
  });
});

describe("a case is documented", () => {
  const all = Object.fromEntries(ARTEFACTS.map((artefact) => [artefact, "verified"])) as Record<string, ArtefactState>;

  it("where everything that happened is there and verifies", () => {
    expect(documentationGaps({ ...all, replies: "not_needed" })).toEqual([]);
  });

  it("and not where a piece is missing, proves nothing or was never looked for", () => {
    const { outcome: _, ...rest } = all;
    expect(documentationGaps({ ...rest, consent_basis: "unproven", actor: "missing" })).toEqual(["consent_basis", "actor", "outcome"]);
  });
});

it("an account is worked on once an agent and day, by the zone's midnight", () => {
  const act = (agent: string, account: string, at: string) => ({ agent, account, at: Date.parse(at) });
  const acts = [
    act("ana", "1", "2026-11-30T14:00:00Z"),
    act("ana", "1", "2026-11-30T15:00:00Z"),
    act("ana", "2", "2026-12-01T04:59:00Z"),
    act("ana", "2", "2026-12-01T05:00:00Z"),
    act("beto", "1", "2026-11-30T14:00:00Z"),
  ];
  expect(agentDays(acts, "America/Bogota")).toEqual({ days: 3, accounts: 4 });
});

it("three conversations from 9 to 11, 10 to 12 and 10 to 11: three at once, 1.67 on average; one that ends when another begins is not beside it", () => {
  const span = (start: number, end: number) => ({ start: start * HOUR, end: end * HOUR });
  expect(concurrencyOf([span(9, 11), span(10, 12), span(10, 11)])).toEqual({ peak: 3, mean: fraction(5, 3), busy: 3 * HOUR });
  expect(concurrencyOf([span(9, 10), span(10, 11), span(20, 21), span(3, 3)])).toEqual({ peak: 1, mean: fraction(1), busy: 3 * HOUR });
  expect(concurrencyOf([])).toEqual({ peak: 0, mean: null, busy: 0 });
});

it("of 40 that needed somebody 38 got there and 36 in time, of 50 that were handed on", () => {
  const judged = (count: number, needed: boolean, escalated: "right_queue" | "wrong_queue" | null, inTime = true) =>
    Array.from({ length: count }, () => ({ needed, escalated, inTime }));
  const cases = [
    ...judged(36, true, "right_queue"),
    ...judged(2, true, "right_queue", false),
    ...judged(1, true, "wrong_queue"),
    ...judged(1, true, null),
    ...judged(11, false, "right_queue"),
    ...judged(9, false, null),
  ];
  expect(escalationTally(cases)).toEqual({ needed: 40, made: 50, right: 38, rightInTime: 36 });
});

it("50 answers, 22 of 9 or 10, 13 between, 15 of 6 or less", () => {
  const answers = [...Array<number>(12).fill(10), ...Array<number>(10).fill(9), ...Array<number>(13).fill(7), ...Array<number>(15).fill(6)];
  expect(surveyTally(answers)).toEqual({ answers: 50, promoters: 22, detractors: 15 });
});

it("a customer stayed who came back within the days, and nobody is judged before they are over", () => {
  expect(stayed("2026-01-01", ["2026-04-01"], 90, "2026-12-31")).toBe("stayed");
  expect(stayed("2026-01-01", ["2026-01-01", "2026-04-02"], 90, "2026-12-31")).toBe("left");
  expect(stayed("2026-01-01", [], 90, "2026-03-31")).toBe("too_young");
});
