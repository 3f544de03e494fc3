import { expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { shareIn } from "../../../../../server/modules/kpis/costs/domain/cost-share.js";
import { knownCosts, type SentCost, type StandingCost } from "../../../../../server/modules/kpis/costs/domain/known-costs.js";
import { addDays } from "../../../../../server/shared/calendar.js";

const START = "2026-01-01";
const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays(START, days));

test("the parts of any cut add up to the whole, and what is taken back takes each of them back", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 ** 12 }),
      day,
      fc.integer({ min: 0, max: 365 }),
      fc.array(day, { maxLength: 6 }),
      (minor, from, length, cuts) => {
        const spread = { minor, from, to: addDays(from, length) };
        const edges = [START, ...cuts.toSorted(), addDays(START, 900)];
        const shares = edges.slice(1).map((end, index) => shareIn(spread, edges[index]!, end));
        expect(shares.reduce((total, share) => total + share, 0)).toBe(minor);
        const back = edges.slice(1).map((end, index) => shareIn({ ...spread, minor: 0 - minor }, edges[index]!, end));
        expect(back.map((share) => share + 0)).toEqual(shares.map((share) => 0 - share));
      },
    ),
  );
});

const OCTOBER = { start: "2026-10-01", end: "2026-11-01" };
const cost = (kind: StandingCost["kind"], minor: number, currency = "COP", from = "2026-10-01", to = "2026-10-31"): StandingCost => ({
  kind,
  minor,
  currency,
  from,
  to,
});
const ALL = [cost("people", 38_400), cost("tools", 3_600), cost("fees", 3_200)];
const sent = (micros: number | null, currency = "COP"): SentCost => ({
  day: "2026-10-15",
  messages: 1,
  price: micros === null ? null : { micros: BigInt(micros), currency },
});

it("of a month is known when people, tools and fees are entered and every message has a price", () => {
  expect(knownCosts("COP", OCTOBER, ALL, [sent(28_000_000), sent(12_005_000)])).toEqual({
    byKind: { people: 38_400, messages: 4_001, tools: 3_600, fees: 3_200, other: 0 },
    known: 49_201,
    missing: [],
  });
});

it("is not known while one of them lacks, and says which and what is known", () => {
  const [people, , fees] = ALL;
  expect(knownCosts("COP", OCTOBER, [people!, fees!], [sent(null), sent(10_000_000)])).toEqual({
    byKind: { people: 38_400, messages: null, tools: null, fees: 3_200, other: 0 },
    known: 42_600,
    missing: ["messages", "tools"],
  });
});

it("of two months needs both", () => {
  const both = { start: "2026-09-01", end: "2026-11-01" };
  expect(knownCosts("COP", both, ALL, []).missing).toEqual(["people", "tools", "fees"]);
  const longer = ALL.map((entry) => ({ ...entry, from: "2026-09-01" }));
  expect(knownCosts("COP", both, longer, []).missing).toEqual([]);
});

it("takes entered costs of messages in place of computed ones", () => {
  expect(knownCosts("COP", OCTOBER, [...ALL, cost("messages", 6_900)], [sent(28_000_000), sent(null)]).byKind.messages).toBe(6_900);
});

it("adds nothing up across currencies: what was paid in one that stands alone leaves the others unknown", () => {
  const priced = [sent(8_000, "USD")];
  expect(knownCosts("COP", OCTOBER, ALL, priced).missing).toEqual(["messages"]);
  // A desk of its own in dollars pays its own messages.
  const desks = [...ALL, ...ALL.map((entry) => ({ ...entry, currency: "USD" }))];
  expect(knownCosts("COP", OCTOBER, desks, priced)).toMatchObject({ missing: [], known: 45_200 });
  expect(knownCosts("USD", OCTOBER, desks, priced)).toMatchObject({ missing: [], known: 45_201 });
});
