import { expect, it } from "@jest/globals";
import { bestAndWorst, type Standing } from "../../../admin-ui/src/features/overview/headline.js";

const standing = (id: string, text: string, gap: object, more: object = {}): Standing =>
  ({
    metric: { id, unit: "percent", objectives: [{ of: null, from: 50, to: null }], ...more },
    value: { text, n: 100, gap: { state: "met", side: null, bound: null, by: null, part: null, ...gap } },
  }) as unknown as Standing;
const ids = (standings: readonly Standing[]) => standings.map(({ metric }) => metric.id);

it("what is farthest off comes first, and what needs a look at once before all else", () => {
  const all = [
    standing("a", "45", { state: "missed", bound: 50, by: "5" }),
    standing("b", "30", { state: "missed", bound: 50, by: "20" }),
    standing("c", "48", { state: "attention", bound: 50, by: "2" }),
    standing("d", "55", {}),
    standing("e", "90", {}),
  ];
  const { well, badly } = bestAndWorst(all, { well: 2, badly: 2 });
  expect(ids(badly)).toEqual(["c", "b"]);
  expect(ids(well)).toEqual(["e", "d"]);
});

it("few cases and no objective say nothing, and hours are compared with hours", () => {
  const few = standing("a", "90", {});
  const silent = { ...few, value: { ...few.value, n: 9 } };
  const without = { ...few, value: { ...few.value, gap: null } };
  expect(bestAndWorst([silent, without], { well: 2, badly: 2 })).toEqual({ well: [], badly: [] });
  const hours = { unit: "duration", objectives: [{ of: null, from: null, to: 4 }] };
  const [quick, slow] = [standing("quick", "3600000", {}, hours), standing("slow", "14000000", {}, hours)];
  expect(ids(bestAndWorst([slow, quick], { well: 1, badly: 1 }).well)).toEqual(["quick"]);
});
