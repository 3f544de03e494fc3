import { expect, it } from "@jest/globals";
import { CASE_REASONS, caseReasonOf, graver, pauseAfter } from "../../../../server/modules/escalations/rules.js";

it("in whatever order they come", () => {
  for (const one of CASE_REASONS) {
    for (const other of CASE_REASONS) expect(graver(one, other)).toBe(graver(other, one));
    expect(graver(one, "self_harm")).toBe("self_harm");
    expect(graver(one, "unclear")).toBe(one);
  }
});

it("reads a reason of a newer version as something to be read", () => {
  expect(caseReasonOf("never_heard_of")).toBe("unclear");
  expect(caseReasonOf("dispute")).toBe("dispute");
});

it("waits longer after each refusal and gives up after the fifth", () => {
  const pauses = [1, 2, 3, 4].map((attempts) => pauseAfter(attempts) ?? 0);
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
  expect(pauseAfter(5)).toBeNull();
});
