import { expect, test } from "@jest/globals";
import { changesOf } from "../../../admin-ui/src/features/cadences/versions/diff.js";

const step = (id: string, offsetDays: number, more = {}) => ({
  id,
  name: id,
  offsetDays,
  graceDays: 3,
  template: "reminder",
  condition: null,
  ...more,
});
const body = (steps: ReturnType<typeof step>[], more = {}) => ({
  name: "Hogar",
  segment: null,
  steps,
  exits: { repliedWithinDays: null, activePromise: false, smallBalance: [] },
  ...more,
});

test("a step that moved is moved, not removed and added", () => {
  expect(changesOf(body([step("a", 5)]), body([step("a", 8)]))).toMatchObject([{ kind: "day", from: 5, to: 8 }]);
});

test("everything that differs is named once, the cadence's own first, steps by their day, exits last", () => {
  const before = body([step("a", 5), step("b", 12)]);
  const after = body([step("b", 12, { template: "plan", graceDays: 0 }), step("c", 2)], {
    name: "Casa",
    segment: "hogar",
    exits: { repliedWithinDays: 7, activePromise: true, smallBalance: [{ minor: 100, currency: "BRL" }] },
  });
  expect(changesOf(before, after).map(({ kind }) => kind)).toEqual([
    "name",
    "segment",
    "added",
    "removed",
    "grace",
    "template",
    "replied",
    "promise",
    "smallBalance",
  ]);
});

test("equal bodies do not differ; a first version is all new", () => {
  expect(changesOf(body([step("a", 5)]), body([step("a", 5)]))).toEqual([]);
  expect(changesOf(undefined, body([step("a", 5)])).map(({ kind }) => kind)).toEqual(["added"]);
});
