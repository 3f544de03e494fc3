import { expect, it } from "@jest/globals";
import { type LongCaseFacts, longAfter, longCaseHint } from "../../../../../server/modules/kpis/overview/domain/long-case.js";
import { DAY } from "../../../../../server/shared/instant.js";

const CASE: LongCaseFacts = {
  reason: "question",
  openedAt: 10 * DAY,
  waitingSince: 10 * DAY,
  answeredAt: null,
  owner: null,
  heldSince: null,
  promisedAt: null,
};
const hint = (facts: Partial<LongCaseFacts>) => {
  const { cause, since } = longCaseHint({ ...CASE, ...facts });
  return [cause, since / DAY];
};

it("first for what the desk itself has not done", () => {
  expect(hint({})).toEqual(["owner", 10]);
  expect(hint({ owner: "user:3", waitingSince: 12 * DAY })).toEqual(["answer", 12]);
  // Handed over without a message: it waits since it was opened.
  expect(hint({ owner: "user:3", waitingSince: 2 * DAY })).toEqual(["answer", 10]);
  expect(hint({ promisedAt: 13 * DAY, heldSince: 11 * DAY })).toEqual(["owner", 10]);
});

it("answered, for a promise, for who may decide, or for the debtor", () => {
  const answered = { owner: "user:3", answeredAt: 14 * DAY };
  expect(hint({ ...answered, promisedAt: 13 * DAY, heldSince: 11 * DAY })).toEqual(["payment", 13]);
  expect(hint({ ...answered, heldSince: 11 * DAY })).toEqual(["decision", 11]);
  expect(hint({ ...answered, heldSince: 2 * DAY })).toEqual(["decision", 10]);
  expect(hint({ ...answered, reason: "payment_plan" })).toEqual(["decision", 14]);
  expect(hint(answered)).toEqual(["debtor", 14]);
});

it("is long after seven days, or after fifteen where something is to be decided", () => {
  expect([longAfter("question") / DAY, longAfter("dispute") / DAY]).toEqual([7, 15]);
});
