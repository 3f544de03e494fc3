import { expect, test } from "@jest/globals";
import { bandsOf, dayAxis, spread, ticksOf } from "../../../admin-ui/src/features/cadences/axis.js";

const DAYS = [-2, 0, 5, 12, 20, 35, 50, 70, 95, 125, 155];

test.each([[DAYS], [[95, 125, 155]], [[0]], [[]], [[-30, 720]]])(
  "%j: every day has its place in order, and every place its day",
  (days) => {
    const axis = dayAxis(days);
    const places = days.map((day) => axis.at(day));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    for (const [index, day] of days.entries()) {
      expect(places[index]).toBeGreaterThan(0);
      expect(places[index]).toBeLessThan(1);
      expect(axis.dayAt(places[index] ?? 0)).toBe(day);
    }
    expect(axis.at(0)).toBeGreaterThan(0);
  },
);

test("labels keep their distance from each other and from the due date", () => {
  const axis = dayAxis(DAYS);
  const ticks = [0, ...ticksOf(axis, 390)].toSorted((a, b) => a - b).map((day) => axis.at(day) * 390);
  for (const [index, place] of ticks.entries()) if (index > 0) expect(place - (ticks[index - 1] ?? 0)).toBeGreaterThanOrEqual(34);
});

test("age bands touch and cover the whole line", () => {
  const bands = bandsOf(dayAxis(DAYS));
  expect(bands.map(({ stage }) => stage)).toEqual(["pre_due", "d1_30", "d31_90", "d91_plus"]);
  for (const [index, band] of bands.entries()) expect(band.from).toBe(index === 0 ? 0 : bands[index - 1]?.to);
  expect(bands.at(-1)?.to).toBe(1);
});

test("marks of one day stand side by side, inside the line", () => {
  expect(spread([0.5, 0.5, 0.5], 300, 24)).toEqual([150, 174, 198]);
  expect(spread([0.9, 1, 1], 300, 24)).toEqual([252, 276, 300]);
});
