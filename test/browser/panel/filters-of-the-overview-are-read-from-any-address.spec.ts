import { expect, it } from "@jest/globals";
import { chipsIn, whereOf, withChip } from "../../../admin-ui/src/features/overview/filters/where.js";

it("what an address asks for is read and written back the same", () => {
  const where = "customer_type:person|company,template:a%2Cb%7Cc,product:-";
  const chips = chipsIn(where);
  expect(chips).toEqual([
    { dimension: "customer_type", values: ["person", "company"] },
    { dimension: "template", values: ["a,b|c"] },
    { dimension: "product", values: ["-"] },
  ]);
  expect(whereOf(chips)).toBe(where);
});

it("what cannot be read is left out, and nothing is no filter", () => {
  expect(chipsIn("")).toEqual([]);
  expect(chipsIn("stage,stage:,:x,<b>:x,segment:%E0%A4%A,stage:d1_30")).toEqual([{ dimension: "stage", values: ["d1_30"] }]);
  expect(whereOf([])).toBeUndefined();
});

it("a chip keeps its place when its values change, and goes with the last of them", () => {
  const chips = chipsIn("stage:due,segment:vip");
  expect(whereOf(withChip(chips, "stage", ["due", "d1_30"]))).toBe("stage:due|d1_30,segment:vip");
  expect(whereOf(withChip(chips, "stage", []))).toBe("segment:vip");
  expect(whereOf(withChip(chips, "product", ["Card"]))).toBe("stage:due,segment:vip,product:Card");
});
