import { expect, test } from "@jest/globals";
import { metricOf } from "../../../../../server/modules/kpis/metrics/domain/registry.js";
import { checkBounds } from "../../../../../server/modules/kpis/objectives/domain/objective.js";

const check = (id: string, from: number | null, to: number | null, attention: number | null = null) => {
  try {
    checkBounds(metricOf(id)!, { from, to, attention });
    return "accepted";
  } catch (error) {
    return (error as { readonly code: string }).code;
  }
};

test("where less is better it needs an upper end, where more is a lower one, else either", () => {
  expect(check("cost.per-recovered", null, 6)).toBe("accepted");
  expect(check("cost.per-recovered", 3, null)).toBe("objective.empty");
  expect(check("recovery.period", 40, null)).toBe("accepted");
  expect(check("recovery.period", null, 40)).toBe("objective.empty");
  expect(check("work.automation", null, 80)).toBe("accepted");
  expect(check("work.automation", null, null)).toBe("objective.empty");
});

test("it begins before its end, and both ends may be one", () => {
  expect(check("cost.per-recovered", 8, 3)).toBe("objective.backwards");
  expect(check("schedule.compliance", 100, 100)).toBe("accepted");
});

test("what needs a look lies on the bad side", () => {
  expect(check("cost.per-recovered", 3, 8, 7.9)).toBe("objective.attention_inside");
  expect(check("cost.per-recovered", 3, 8, 12)).toBe("accepted");
  expect(check("recovery.period", 40, 60, 50)).toBe("objective.attention_inside");
  expect(check("recovery.period", 40, 60, 30)).toBe("accepted");
  expect(check("work.automation", 60, 80, 90)).toBe("accepted");
  expect(check("work.automation", 60, 80, 70)).toBe("objective.attention_inside");
});

test("a bound is one its unit can have, to a thousandth", () => {
  expect(check("recovery.period", -1, null)).toBe("objective.out_of_range");
  expect(check("recovery.period", 1_001, null)).toBe("objective.out_of_range");
  expect(check("customers.recommendation", -20, 20, -40)).toBe("accepted");
  expect(check("recovery.period", 40.1234, null)).toBe("objective.out_of_range");
  expect(check("recovery.period", 40.123, null)).toBe("accepted");
});

test("an amount has none: it would hold in every currency", () => {
  expect(check("collected.total", 1_000, null)).toBe("objective.of_amount");
});
