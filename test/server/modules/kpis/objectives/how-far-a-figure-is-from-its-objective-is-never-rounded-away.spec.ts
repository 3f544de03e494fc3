import { expect, test } from "@jest/globals";
import { fraction } from "../../../../../server/modules/kpis/metrics/domain/arithmetic/fraction.js";
import { metricOf } from "../../../../../server/modules/kpis/metrics/domain/registry.js";
import { gapOf } from "../../../../../server/modules/kpis/objectives/domain/gap.js";
import { objectivesInForce, type OwnObjective } from "../../../../../server/modules/kpis/objectives/domain/objective.js";

const gap = (id: string, over: number, under: number, own: readonly OwnObjective[] = []) => {
  const metric = metricOf(id)!;
  return gapOf(metric, objectivesInForce(metric, new Map(own.length > 0 ? [[id, own]] : [])), fraction(over, under));
};
const own = (from: number | null, to: number | null, attention: number | null = null): OwnObjective[] => [
  { from, to, attention, of: null, setAt: 0, setBy: "user:1" },
];

test("of costs: within, above, and far above what is accepted", () => {
  expect(gap("cost.per-recovered", 48, 1_000)).toEqual({ state: "met", side: null, bound: null, by: null, of: null });
  expect(gap("cost.per-recovered", 95, 1_000)).toMatchObject({ state: "missed", side: "above", bound: 8, by: "1.5" });
  expect(gap("cost.per-recovered", 121, 1_000)).toMatchObject({ state: "attention", side: "above", bound: 8, by: "4.1" });
  // Less than the band asks for is no fault where less is better.
  expect(gap("cost.per-recovered", 10, 1_000)).toMatchObject({ state: "met" });
});

test("four of 10,000 outside the law are a breach that is told", () => {
  expect(gap("schedule.compliance", 9_996, 10_000)).toMatchObject({ state: "missed", side: "below", bound: 100, by: "0.04" });
  expect(gap("schedule.compliance", 9_999_999, 10_000_000)).toMatchObject({ state: "missed", by: "0.00001" });
});

test("what is published for WhatsApp holds for the whole; what is for people alone does not", () => {
  expect(gap("contact.successful.attempts", 60, 100)).toMatchObject({ state: "attention", side: "below", by: "20", of: "whatsapp" });
  expect(gap("recovery.time.mean", 40, 1)).toBeNull();
});

test("the account's own objective judges in place of the published one", () => {
  expect(gap("cost.per-recovered", 48, 1_000, own(null, 4, 4.5))).toMatchObject({ state: "attention", bound: 4, by: "0.8" });
  expect(gap("recovery.time.mean", 40, 1, own(null, 30))).toMatchObject({ state: "missed", side: "above", by: "10" });
});

test("a duration is compared in hours", () => {
  const hours = (milliseconds: number) => gap("response.median", milliseconds, 1, own(null, 4));
  expect(hours(4 * 3_600_000)).toMatchObject({ state: "met" });
  expect(hours(4.5 * 3_600_000)).toMatchObject({ state: "missed", by: "0.5" });
});
