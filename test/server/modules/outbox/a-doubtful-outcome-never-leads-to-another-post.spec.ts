import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { afterAbsence, afterOutcome, MAX_ATTEMPTS, type Outcome } from "../../../../server/modules/outbox/domain/after-outcome.js";
import { MESSAGE_STATES, mayMove } from "../../../../server/modules/outbox/domain/message-state.js";

const facts = { attemptNo: 1, intentAt: 1_000, now: 9_000, settleMs: 120_000 };

test("unknown stays with the reconciler, and not before the helpdesk can have finished", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("timeout", "reset", "server_error", "unprocessable", "unreadable"),
      fc.integer({ min: 0, max: 60_000 }),
      (reason, took) => {
        const next = afterOutcome({ kind: "unknown", reason }, { ...facts, now: facts.intentAt + took });
        expect(next).toEqual({ state: "unknown", settleAt: facts.intentAt + took + facts.settleMs, reason });
      },
    ),
  );
});

test.each(["unauthorised", "missing"] as const)(
  "%s proves that nothing was created: it is tried again, three times at the most",
  (reason) => {
    const refused: Outcome = { kind: "not_created", reason };
    expect(afterOutcome(refused, facts)).toMatchObject({ state: "planned", reason });
    expect(afterOutcome(refused, { ...facts, attemptNo: MAX_ATTEMPTS })).toEqual({ state: "parked", reason });
  },
);

test.each(["throttled", "unreachable"] as const)("%s passes: the step is not lost for it, and is tried ever more seldom", (reason) => {
  const waits = [1, 2, 3, 9].map((attemptNo) => afterOutcome({ kind: "not_created", reason }, { ...facts, attemptNo }));
  expect(waits.map((next) => ("retryAt" in next ? next.retryAt - facts.now : null))).toEqual([30_000, 60_000, 120_000, 600_000]);
});

test("an answer to a conversation that is gone is left to a person: it does not belong into another", () => {
  const next = afterOutcome({ kind: "not_created", reason: "missing" }, { ...facts, reply: true });
  expect(next).toEqual({ state: "parked", reason: "conversation_gone" });
});

test("what our own check stopped has cost no attempt", () => {
  expect(afterOutcome({ kind: "not_created", reason: "not_sent" }, { ...facts, attemptNo: 9 })).toMatchObject({ state: "planned" });
});

test("one look that finds nothing proves nothing, two do", () => {
  expect(afterAbsence(1, 5_000, 60_000)).toEqual({ state: "unknown", settleAt: 65_000 });
  expect(afterAbsence(2, 5_000, 60_000)).toEqual({ state: "unsent" });
});

test("from unknown, unsent or parked no way leads back to planned or sending", () => {
  for (const from of ["unknown", "unsent", "parked", "accepted", "failed"] as const) {
    expect(MESSAGE_STATES.filter((to) => mayMove(from, to))).toEqual(expect.not.arrayContaining(["planned", "sending"]));
  }
});
