import { describe, expect, it } from "@jest/globals";
import {
  judgedAt,
  lastDayOf,
  lowered,
  type Movement,
  paidTowards,
  PROMISE_TERMS,
  type PromiseTerms,
  promiseStateOf,
} from "../../../../server/modules/negotiation/rules.js";
import { isoWeekday } from "../../../../server/shared/calendar.js";
import { DAY } from "../../../../server/shared/instant.js";

const DUE = "2026-11-20";
const ZONES = ["America/Bogota"];
const WEEKDAYS = (date: string) => isoWeekday(date) < 6;

/** Ten promises of 1,000 for one day: six in time and in full, then 950, 500, in full one day late, nothing. */
const TEN: readonly (readonly Movement[])[] = [
  ...Array.from({ length: 6 }, (_, index) => [{ minor: 1_000, valueDate: `2026-11-${15 + index}` }]),
  [{ minor: 950, valueDate: DUE }],
  [{ minor: 500, valueDate: DUE }],
  [{ minor: 1_000, valueDate: "2026-11-21" }],
  [],
];

function judge(movements: readonly Movement[], terms: PromiseTerms, after = DAY) {
  const lastDay = lastDayOf(DUE, terms, WEEKDAYS);
  const judgeAt = judgedAt(lastDay, ZONES);
  const paidMinor = paidTowards(movements, lastDay);
  return { paidMinor, state: promiseStateOf({ amountMinor: 1_000, paidMinor, judgeAt }, judgeAt + after, terms) };
}

describe("the worked case of the metric promises kept", () => {
  it.each([
    ["strict", { graceBankingDays: 0, fulfilledAtPercent: 100 }, 6],
    ["two banking days of grace", { graceBankingDays: 2, fulfilledAtPercent: 100 }, 7],
    ["and 95 % fulfil it", { graceBankingDays: 2, fulfilledAtPercent: 95 }, 8],
  ])("%s", (_, changed, kept) => {
    const states = TEN.map((movements) => judge(movements, { ...PROMISE_TERMS, ...changed }).state);
    expect(states.filter((state) => state === "kept")).toHaveLength(kept);
    expect(states.at(-1)).toBe("broken");
  });

  it("gives 84.5 % of the amount with grace", () => {
    const paid = TEN.map((movements) => Math.min(1_000, judge(movements, PROMISE_TERMS).paidMinor));
    expect(paid.reduce((sum, minor) => sum + minor, 0)).toBe(8_450);
  });

  it("a part does not fulfil, and is told apart from nothing", () => {
    expect(TEN.slice(6).map((movements) => judge(movements, PROMISE_TERMS).state)).toEqual([
      "partially_kept",
      "partially_kept",
      "kept",
      "broken",
    ]);
  });
});

describe("when", () => {
  it("paid early is kept at once, and in instalments when the last arrives", () => {
    expect(judge([{ minor: 400, valueDate: "2026-11-12" }], PROMISE_TERMS, -5 * DAY).state).toBe("active");
    const both = [
      { minor: 400, valueDate: "2026-11-12" },
      { minor: 600, valueDate: "2026-11-13" },
    ];
    expect(judge(both, PROMISE_TERMS, -5 * DAY).state).toBe("kept");
  });

  it("nothing is broken before the last day is over in the debtor's zone, to the millisecond", () => {
    expect(judgedAt("2026-11-22", ZONES)).toBe(Date.parse("2026-11-23T05:00:00Z"));
    expect(judge([], PROMISE_TERMS, -1).state).toBe("active");
    expect(judge([], PROMISE_TERMS, 0).state).toBe("broken");
  });
});

describe("what counts as money", () => {
  const entry = (kind: string, minor: number, debtId = 1) => ({ debtId, kind, minor, valueDate: DUE });
  const counted = (...entries: ReturnType<typeof entry>[]) => lowered(entries).map(({ minor }) => minor);

  it("payments and lower balances do, interest takes nothing back", () => {
    expect(counted(entry("payment", 300), entry("adjustment", 200), entry("adjustment", -50))).toEqual([300, 200]);
  });

  it("a balance that was lowered by mistake does not: a file raises it again, or the first is undone", () => {
    expect(counted(entry("adjustment", 300), entry("payment", 300), entry("adjustment", -300))).toEqual([300]);
    expect(counted(entry("adjustment", 300), entry("reversal", -300))).toEqual([]);
    expect(counted(entry("adjustment", 300), entry("reversal", -300, 2))).toEqual([300]);
  });

  it("undoing a file that raised a balance is no payment; nor does undoing what came before the promise take one back", () => {
    expect(counted(entry("adjustment", -300), entry("reversal", 300))).toEqual([]);
    expect(counted(entry("payment", 500), entry("reversal", -300))).toEqual([500]);
  });
});
