import { describe, expect, it } from "@jest/globals";
import { type MadePromise, promiseResult } from "../../../../../server/modules/kpis/metrics/domain/cases/promise-result.js";
import { reportingPeriod } from "../../../../../server/modules/kpis/metrics/domain/period.js";

const november = reportingPeriod("America/Bogota", "2026-11-01", "2026-12-01");
const promise = (paid: number, on: string, more: Partial<MadePromise> = {}): MadePromise => ({
  madeOn: "2026-11-01",
  lastDay: "2026-11-10",
  minor: 1_000,
  ended: null,
  payments: paid > 0 ? [{ on, minor: paid }] : [],
  ...more,
});

/** Ten of 1,000 each: six on time, one of 950, one of 500, one in full a day late, one not at all. */
function ten(lastDay: string): MadePromise[] {
  const onTime = Array.from({ length: 6 }, () => promise(1_000, "2026-11-10"));
  const others = [promise(950, "2026-11-10"), promise(500, "2026-11-10"), promise(1_000, "2026-11-11"), promise(0, "2026-11-10")];
  return [...onTime, ...others].map((made) => ({ ...made, lastDay }));
}

function kept(promises: readonly MadePromise[], tolerance?: number) {
  const judged = promises.map((made) => promiseResult(made, november, tolerance)).filter((result) => result.standing === "judged");
  return {
    due: judged.length,
    kept: judged.filter((result) => result.kept).length,
    paid: judged.reduce((sum, { paid }) => sum + paid, 0n),
    promised: judged.reduce((sum, { promised }) => sum + promised, 0n),
  };
}

describe("promises kept", () => {
  it("60 per cent strictly, 70 with two days of grace, 80 where 95 per cent of the amount will do", () => {
    expect(kept(ten("2026-11-10"))).toMatchObject({ due: 10, kept: 6 });
    expect(kept(ten("2026-11-12"))).toMatchObject({ due: 10, kept: 7 });
    expect(kept(ten("2026-11-12"), 95)).toMatchObject({ due: 10, kept: 8 });
  });

  it("by amount 8,450 of 10,000", () => {
    expect(kept(ten("2026-11-12"))).toMatchObject({ paid: 8_450n, promised: 10_000n });
  });

  it("paid early is kept; paid before it was made is not this promise's money", () => {
    expect(promiseResult(promise(1_000, "2026-11-02"), november)).toMatchObject({ kept: true });
    expect(promiseResult(promise(1_000, "2026-10-31"), november)).toMatchObject({ kept: false, paid: 0n });
  });

  it("more than was promised counts up to the promise", () => {
    expect(promiseResult(promise(5_000, "2026-11-10"), november)).toMatchObject({ paid: 1_000n, promised: 1_000n });
  });

  it("what is due, with its grace, in another period is not in this one", () => {
    expect(promiseResult(promise(0, "", { lastDay: "2026-12-01" }), november)).toEqual({ standing: "other_period" });
  });

  it.each(["superseded", "cancelled", "dispute", "hold"] as const)("one that was %s before its last day is left out and listed", (why) => {
    const ended = { why, on: "2026-11-10" };
    expect(promiseResult(promise(0, "", { ended }), november)).toEqual({ standing: "left_out", why });
    expect(promiseResult(promise(0, "", { ended: { why, on: "2026-11-11" } }), november)).toMatchObject({ kept: false });
  });
});
