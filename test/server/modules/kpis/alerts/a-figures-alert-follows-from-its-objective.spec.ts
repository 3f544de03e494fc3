import { expect, test } from "@jest/globals";
import { checkAlertRule, defaultRule, ruleInForce } from "../../../../../server/modules/kpis/alerts/domain/alert-rule.js";
import { readingDays } from "../../../../../server/modules/kpis/alerts/domain/reading-days.js";
import { metricOf, METRICS } from "../../../../../server/modules/kpis/metrics/domain/registry.js";
import { objectivesInForce } from "../../../../../server/modules/kpis/objectives/domain/objective.js";

const COST = metricOf("cost.per-recovered")!;
const published = (id: string) => objectivesInForce(metricOf(id)!, new Map());

test("where a band says when somebody has to look, that raises and the band clears", () => {
  expect(defaultRule(COST, published(COST.id))).toEqual({
    metric: "cost.per-recovered",
    side: "above",
    raise: 12,
    clear: 8,
    readings: 2,
    days: 30,
    least: 10,
    note: null,
    mail: false,
    on: true,
  });
  expect(defaultRule(metricOf("contact.successful.attempts")!, published("contact.successful.attempts"))).toMatchObject({
    side: "below",
    raise: 70,
    clear: 80,
  });
});

test("where nothing may be missed, one reading is enough; a bound that is merely missed takes longer", () => {
  expect(defaultRule(metricOf("schedule.compliance")!, published("schedule.compliance"))).toMatchObject({
    raise: 100,
    clear: 100,
    readings: 1,
  });
  const rules = METRICS.flatMap((metric) => defaultRule(metric, published(metric.id)) ?? []);
  expect(new Set(rules.map(({ readings }) => readings))).toEqual(new Set([1, 2, 3]));
  for (const rule of rules) checkAlertRule(metricOf(rule.metric)!, rule);
});

test("an own rule stands in place of the default, and amounts have none", () => {
  const own = { ...defaultRule(COST, published(COST.id))!, raise: 9, on: false, setAt: 5, setBy: "user:1" };
  expect(ruleInForce(COST, published(COST.id), own)).toMatchObject({ raise: 9, on: false, own: { setAt: 5 }, byDefault: { raise: 12 } });
  expect(ruleInForce(metricOf("collected.total")!, [], undefined)).toBeNull();
  expect(() => checkAlertRule(metricOf("collected.total")!, { side: "below", raise: 1, clear: 2 })).toThrow(/One threshold/);
  expect(() => checkAlertRule(COST, { side: "above", raise: 8, clear: 12 })).toThrow(/cannot end where/);
  expect(() => checkAlertRule(COST, { side: "above", raise: 8.0005, clear: 7 })).toThrow(/three decimals/);
});

test("each day that is over is read once; after a long absence only the last week is", () => {
  expect(readingDays(null, "2026-11-20")).toEqual(["2026-11-19"]);
  expect(readingDays("2026-11-17", "2026-11-20")).toEqual(["2026-11-18", "2026-11-19"]);
  expect(readingDays("2026-11-19", "2026-11-20")).toEqual([]);
  expect(readingDays("2026-01-01", "2026-11-20")).toHaveLength(7);
});
