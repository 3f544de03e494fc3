import { expect, test } from "@jest/globals";
import { inQueueOrder, type QueuePlace } from "../../../../../server/modules/escalations/domain/queue/queue-order.js";
import { isInView } from "../../../../../server/modules/escalations/domain/queue/queue-filter.js";
import { HOUR, MINUTE } from "../../../../../server/shared/instant.js";

const NOW = Date.parse("2026-11-20T15:00:00Z");
const EVENING = NOW + 9 * HOUR;
let ids = 0;
const place = (due: number | null, cop: number, more: Partial<QueuePlace> = {}): QueuePlace => ({
  id: ++ids,
  due,
  paused: false,
  since: NOW - HOUR,
  atRisk: [{ minor: cop, currency: "COP" }],
  ...more,
});
const order = (places: readonly QueuePlace[]) => inQueueOrder(places, NOW, EVENING).map(({ place: { id }, group }) => [group, id]);

test("late, within 30 minutes, today, later, paused; what is used up at this very instant is late", () => {
  const cases = [
    place(null, 1),
    place(EVENING, 1),
    place(EVENING - 1, 1),
    place(NOW + 30 * MINUTE, 1),
    place(NOW, 1),
    place(NOW - HOUR, 1, { paused: true }),
  ];
  expect(order(cases).map(([group]) => group)).toEqual(["late", "soon", "today", "later", "later", "paused"]);
});

test("of one minute the larger amount stands first, each currency by its own tenths, and a case without money last", () => {
  const due = NOW + 5 * MINUTE;
  const small = place(due + 1_000, 100);
  const large = place(due + 30_000, 9_000_000);
  const none = place(due, 0, { atRisk: [] });
  // The largest of its own currency, though the number is smaller than any other.
  const other = place(due, 0, { atRisk: [{ minor: 50, currency: "CLP" }], since: NOW });
  expect(order([none, small, other, large]).map(([, id]) => id)).toEqual([large.id, other.id, small.id, none.id]);
});

test("an earlier minute goes before any amount, and without a clock the longest waiting is first", () => {
  const earlier = place(NOW + 5 * MINUTE, 1);
  const later = place(NOW + 6 * MINUTE, 1_000_000);
  const waiting = place(null, 1, { since: NOW - 2 * HOUR });
  const fresh = place(null, 1, { since: NOW });
  expect(order([fresh, later, waiting, earlier]).map(([, id]) => id)).toEqual([earlier.id, later.id, waiting.id, fresh.id]);
});

test("ten thousand cases have one order, however they come", () => {
  const many = Array.from({ length: 10_000 }, (_, index) => place(index % 3 === 0 ? null : NOW + ((index * 7_919) % 600) * MINUTE, index));
  expect(order(many.toReversed())).toEqual(order(many));
});

test("the team's are its people's and nobody's; who cannot ask the helpdesk leaves nobody out", () => {
  const viewer = { hostUserId: 2, colleagues: new Set([2, 3]) };
  const seen = (owner: number | null) => (["mine", "team", "unowned", "all"] as const).filter((view) => isInView(owner, view, viewer));
  expect(seen(2)).toEqual(["mine", "team", "all"]);
  expect(seen(3)).toEqual(["team", "all"]);
  expect(seen(null)).toEqual(["team", "unowned", "all"]);
  expect(seen(9)).toEqual(["all"]);
  expect(isInView(9, "team", { hostUserId: 2, colleagues: null })).toBe(true);
});
