import { expect, test } from "@jest/globals";
import { failureOf } from "../../../../server/modules/outbox/domain/preparation-failure.js";
import { restAfter, setbackOf } from "../../../../server/modules/outbox/domain/setback.js";
import { MAX_TRIES, pauseAfterTry } from "../../../../server/modules/outbox/domain/unready.js";
import { conflict, DomainError, invalid, notFound } from "../../../../server/shared/errors.js";
import { HOUR, MINUTE } from "../../../../server/shared/instant.js";

test("the pauses double, and end", () => {
  const pauses = Array.from({ length: MAX_TRIES }, (_, index) => pauseAfterTry(index + 1));
  expect(pauses).toEqual([30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, null]);
  expect(pauseAfterTry(MAX_TRIES + 3)).toBeNull();
});

test.each([
  ["numbers that do not fit together", conflict("host.several_numbers", "x"), "several_numbers", true, "the debtor's"],
  ["a number that is another debtor's", conflict("host.conversation_shared", "x"), "conversation_shared", true, "the debtor's"],
  ["a helpdesk that asks to slow down", new DomainError("unavailable", "host.throttled", "x"), "host.throttled", false, "everybody's"],
  ["a helpdesk that fails", new DomainError("unavailable", "host.failed", "x"), "host.failed", false, "anybody's"],
  ["a refused token", new DomainError("unavailable", "host.token_refused", "x"), "host.token_refused", false, "anybody's"],
  ["an address that is not allowed", invalid("host.address_refused", "x"), "host.address_refused", false, "anybody's"],
  ["something that is gone", notFound("host.not_found", "x"), "host.not_found", false, "anybody's"],
  ["something nobody thought of", new TypeError("x"), "unexpected", false, "anybody's"],
] as const)("%s", (_what, error, reason, lasting, whose) => {
  expect(failureOf(error, error instanceof DomainError ? error.code : "unexpected")).toEqual({ reason, lasting, whose });
});

test("what is refused for the account's sake is told from what is refused for a message's", () => {
  const refused = (reason: "unauthorised" | "throttled" | "unreachable" | "missing" | "not_sent") =>
    setbackOf({ kind: "not_created", reason });
  expect([refused("unauthorised"), refused("throttled"), refused("unreachable")]).toEqual(["unauthorised", "throttled", "unreachable"]);
  expect([refused("missing"), refused("not_sent"), setbackOf({ kind: "accepted" })]).toEqual([null, null, null]);
  // In doubt the account may be well: the reconciler finds out about the one message.
  expect(setbackOf({ kind: "unknown", reason: "timeout" })).toBeNull();
});

test("an account rests longer each time in a row, five minutes at the most", () => {
  expect([1, 2, 3, 4, 5, 9].map((inARow) => restAfter(inARow))).toEqual([15_000, 30_000, 60_000, 120_000, 240_000, 300_000]);
});
