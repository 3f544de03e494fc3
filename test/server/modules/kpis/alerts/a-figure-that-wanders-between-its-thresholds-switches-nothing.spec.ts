import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { stepped, UNWATCHED } from "../../../../../server/modules/kpis/alerts/domain/alert-watch.js";
import { fraction } from "../../../../../server/modules/kpis/metrics/domain/arithmetic/fraction.js";

const RULE = { side: "above", raise: 12, clear: 8, readings: 2 } as const;
const RULES = fc
  .record({
    side: fc.constantFrom("above" as const, "below" as const),
    raise: fc.integer({ min: 40, max: 60 }),
    room: fc.integer({ min: 0, max: 20 }),
    readings: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ side, raise, room, readings }) => ({ side, raise, clear: side === "above" ? raise - room : raise + room, readings }));
/** In tenths; null: a reading that says nothing. */
const READING = fc.option(fc.integer({ min: 0, max: 1_000 }), { freq: 5 });

type Rule = Parameters<typeof stepped>[0];
const tenths = (value: number | null) => (value === null ? null : fraction(value, 10));
function run(rule: Rule, values: readonly (number | null)[], raised = false) {
  let watch = { ...UNWATCHED, raised };
  return values.map((value) => {
    const step = stepped(rule, watch, tenths(value));
    watch = step;
    return step;
  });
}
const beyond = ({ side }: Rule, value: number, bound: number) => (side === "above" ? value > bound * 10 : value < bound * 10);

test("an alert begins after so many readings beyond its threshold, and ends after as many back at the clearing one", () => {
  const changes = run(RULE, [130, 121, 119, 90, 80, 79, 130]).map(({ change }) => change);
  expect(changes).toEqual([null, "raised", null, null, null, "cleared", null]);
});

test("on the threshold is not beyond it; a reading that says nothing neither counts nor breaks the row", () => {
  expect(run(RULE, [120, 120, 120]).every(({ run: inRow }) => inRow === 0)).toBe(true);
  expect(run(RULE, [130, null, null, 130]).map(({ change }) => change)).toEqual([null, null, null, "raised"]);
  expect(run(RULE, [130, 100, 130]).map(({ change }) => change)).toEqual([null, null, null]);
});

test("whatever wanders between both thresholds switches nothing, raised or not", () => {
  fc.assert(
    fc.property(RULES, fc.boolean(), fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }), (rule, raised, places) => {
      // Strictly inside, or on the threshold that does not speak in this state.
      const [low, high] = [Math.min(rule.raise, rule.clear) * 10, Math.max(rule.raise, rule.clear) * 10];
      const inside = places
        .map((place) => Math.round(low + place * (high - low)))
        .filter((value) => (raised ? beyond(rule, value, rule.clear) : !beyond(rule, value, rule.raise)));
      expect(run(rule, inside, raised).every((step) => step.change === null && step.raised === raised)).toBe(true);
    }),
  );
});

test("every switch stands on as many readings in a row as the rule asks for, and switches alternate", () => {
  fc.assert(
    fc.property(RULES, fc.array(READING, { maxLength: 60 }), (rule, values) => {
      const steps = run(rule, values);
      let since = 0;
      let last: string | null = null;
      for (const [index, step] of steps.entries()) {
        if (step.change === null) continue;
        const told = values.slice(since, index + 1).filter((value) => value !== null);
        const row = told.slice(-rule.readings);
        expect(row).toHaveLength(rule.readings);
        expect(row.every((value) => (step.change === "raised" ? beyond(rule, value, rule.raise) : !beyond(rule, value, rule.clear)))).toBe(
          true,
        );
        expect(step.change).not.toBe(last);
        last = step.change;
        since = index + 1;
      }
    }),
  );
});
