import { expect, it } from "@jest/globals";
import type { CaseEvent } from "../../../../../server/modules/escalations/domain/clock/case-event.js";
import type { Reopening } from "../../../../../server/modules/escalations/domain/clock/clock-plan.js";
import { readClocks } from "../../../../../server/modules/escalations/domain/clock/read-clock.js";
import { bogota, HOURS, openedAt, planFor, readAt } from "./support/case-story.js";

const opened = openedAt("2026-11-30 09:00", planFor(600));
const at = (hour: number, event: object) => ({ at: bogota("2026-11-30 00:00") + hour * HOURS, ...event }) as CaseEvent;

it.each(["bot", "note", "template", "reminder", "survey"])("a %s answers nobody", (author) => {
  expect(readAt([...opened, at(10, { kind: "wrote", author })], "first_answer", "2026-11-30 12:00")).toMatchObject({
    state: "running",
    elapsed: 3 * HOURS,
  });
});

it.each(["snoozed", "transferred", "host_restored"])("a case that was %s waits as before", (kind) => {
  const events = [...opened, at(10, { kind })];
  expect(readClocks(events, bogota("2026-11-30 12:00"))).toEqual(readClocks(opened, bogota("2026-11-30 12:00")));
});

it("an answer in the last millisecond is in time, one at the due instant is late", () => {
  const due = bogota("2026-11-30 19:00");
  const answered = (when: number) => readClocks([...opened, { at: when, kind: "wrote", author: "person" }], due + HOURS)[0]!;
  expect(answered(due - 1)).toMatchObject({ state: "met", missedAt: null });
  expect(answered(due)).toMatchObject({ state: "late", missedAt: due });
});

it("resolving a case answers nobody, and a miss before it stays", () => {
  const events = [...opened, at(20, { kind: "resolved" })];
  expect(readAt(events, "first_answer", "2026-12-01 00:00")).toMatchObject({ state: "dropped", missedAt: bogota("2026-11-30 19:00") });
  expect(readAt(events, "first_resolution", "2026-12-01 00:00")).toMatchObject({ state: "late" });
});

it.each<[Reopening, object]>([
  ["nothing", { cycle: 1, state: "met", elapsed: 2 * HOURS }],
  ["resume", { cycle: 1, state: "running", elapsed: 3 * HOURS }],
  ["new_cycle", { cycle: 2, state: "running", elapsed: HOURS }],
])("a reopening means %s as the policy says", (reopening, expected) => {
  const events = [...openedAt("2026-11-30 09:00", planFor(600, { reopening })), at(11, { kind: "resolved" }), at(15, { kind: "reopened" })];
  expect(readAt(events, "total_resolution", "2026-11-30 16:00")).toMatchObject(expected);
  expect(readAt(events, "first_resolution", "2026-11-30 16:00")).toMatchObject({ cycle: 1, state: "met", elapsed: 2 * HOURS });
});

it("the case's clock runs on when it is handed over, and the new owner has one of their own", () => {
  const events = [...opened, at(10, { kind: "assigned", owner: "ana" }), at(12, { kind: "assigned", owner: "luis" })];
  expect(readAt(events, "first_answer", "2026-11-30 13:00").elapsed).toBe(4 * HOURS);
  const owners = readClocks(events, bogota("2026-11-30 13:00")).filter(({ clock }) => clock === "owner");
  expect(owners).toMatchObject([
    { cycle: 1, state: "dropped", elapsed: 2 * HOURS },
    { cycle: 2, state: "running", elapsed: HOURS },
  ]);
});

it("waiting for the debtor ends when the debtor writes, and a pause with an end by itself", () => {
  const waiting = [...opened, at(10, { kind: "paused", reason: "debtor", until: null }), at(12, { kind: "debtor_wrote" })];
  expect(readAt(waiting, "first_resolution", "2026-11-30 13:00")).toMatchObject({ elapsed: 2 * HOURS, pause: null });
  const held = [...opened, at(10, { kind: "paused", reason: "accounting", until: bogota("2026-11-30 13:00") })];
  expect(readAt(held, "first_resolution", "2026-11-30 12:00")).toMatchObject({
    state: "paused",
    pause: { reason: "accounting", until: bogota("2026-11-30 13:00") },
    due: bogota("2026-11-30 22:00"),
  });
  expect(readAt(held, "first_resolution", "2026-11-30 14:00")).toMatchObject({ state: "running", elapsed: 2 * HOURS });
});

it("what happens later than now is not known yet, and events may come in any order", () => {
  const events = [at(12, { kind: "wrote", author: "person" }), ...opened.toReversed()];
  expect(readAt(events.toReversed(), "first_answer", "2026-11-30 11:00").state).toBe("running");
  expect(readAt(events, "first_answer", "2026-11-30 13:00")).toMatchObject({ state: "met", elapsed: 3 * HOURS });
});
