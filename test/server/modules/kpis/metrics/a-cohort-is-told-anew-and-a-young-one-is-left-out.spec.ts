import { describe, expect, it } from "@jest/globals";
import { addDays } from "../../../../../server/shared/calendar.js";
import { cohortRecovery, type PlacedDebt } from "../../../../../server/modules/kpis/metrics/domain/cases/cohort-recovery.js";

const PLACED = "2026-01-10";
const day = (number: number) => addDays(PLACED, number);
/** 45,000 by day 30, 60,000 by day 60, 66,000 by day 90, of which 1,000 of day 65 were taken back on day 70. */
const cohort: PlacedDebt[] = [
  {
    placedOn: PLACED,
    placedMinor: 100_000,
    payments: [
      { on: day(30), minor: 45_000, reversedOn: null },
      { on: day(31), minor: 15_000, reversedOn: null },
      { on: day(65), minor: 1_000, reversedOn: day(70) },
      { on: day(90), minor: 5_000, reversedOn: null },
    ],
  },
];

describe("a cohort", () => {
  it("of 100,000 brought 45, 60 and 65 per cent by day 30, 60 and 90", () => {
    expect([30, 60, 90].map((k) => cohortRecovery(cohort, k, day(120)).collected)).toEqual([45_000n, 60_000n, 65_000n]);
  });

  it("is told anew when a payment of its first days is taken back, and as it was known before that", () => {
    const early: PlacedDebt[] = [{ ...cohort[0]!, payments: [{ on: day(20), minor: 45_000, reversedOn: day(70) }] }];
    expect(cohortRecovery(early, 30, day(69)).collected).toBe(45_000n);
    expect(cohortRecovery(early, 30, day(70)).collected).toBe(0n);
  });

  it("that is not old enough is flagged with its days, and is in no sum", () => {
    const young: PlacedDebt = { placedOn: day(60), placedMinor: 50_000, payments: [{ on: day(61), minor: 50_000, reversedOn: null }] };
    const { placed, collected, n, immature } = cohortRecovery([...cohort, young], 60, day(119));
    expect({ placed, collected, n }).toEqual({ placed: 100_000n, collected: 60_000n, n: 1 });
    expect(immature).toEqual([{ placedOn: day(60), days: 59, placed: 50_000n, collected: 50_000n }]);
    expect(cohortRecovery([...cohort, young], 60, day(120))).toMatchObject({ placed: 150_000n, n: 2, immature: [] });
  });

  it("that is to be placed is nowhere yet", () => {
    expect(cohortRecovery(cohort, 30, addDays(PLACED, -1))).toEqual({ placed: 0n, collected: 0n, n: 0, immature: [] });
  });

  it("counts of each debt no more than was placed", () => {
    const over: PlacedDebt[] = [{ placedOn: PLACED, placedMinor: 100, payments: [{ on: day(1), minor: 250, reversedOn: null }] }];
    expect(cohortRecovery(over, 30, day(30)).collected).toBe(100n);
  });
});
