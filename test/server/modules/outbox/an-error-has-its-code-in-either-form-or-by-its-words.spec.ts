import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { errorCodeOf, isObjection } from "../../../../server/modules/outbox/domain/delivery.js";

test.each([
  ["131026: Message undeliverable", "131026"],
  ["131049: This message was not delivered to maintain healthy ecosystem engagement.", "131049"],
  ["(#132015) Template is paused", "132015"],
  ["(#131056) (Business Account, Consumer Account) pair rate limit hit", "131056"],
  ["(#100) Invalid parameter", "100"],
  ["(#4) Application request limit reached", "4"],
  ["63016 - Failed to send freeform message", "63016"],
  ["131050", "131050"],
])("%s", (text, code) => {
  expect(errorCodeOf(text)).toBe(code);
});

test.each([
  ["Error validating access token: Session has expired on Monday, 30-Nov-26 02:00:00 PST.", "190"],
  [
    "Message not sent because the WhatsApp 24-hour customer service window is closed and no template parameters were provided. Send an approved template message instead.",
    "131047",
  ],
])("what the host tells in words has the code WhatsApp has for it: %s", (text, code) => {
  expect(errorCodeOf(text)).toBe(code);
});

test.each([null, "", "Message undeliverable", "internal", "131050 bytes read", "24 hours are over", "it was 131050: so they say"])(
  "%s has none",
  (text) => {
    expect(errorCodeOf(text)).toBeNull();
  },
);

test("one code alone is an objection, in every form", () => {
  expect([errorCodeOf("131050: stopped"), errorCodeOf("(#131050) stopped")].every(isObjection)).toBe(true);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9_999_999 }).filter((code) => code !== 131050),
      fc.string(),
      (code, title) => {
        expect(isObjection(errorCodeOf(`${code}: ${title.replaceAll("(#", "")}`))).toBe(false);
        expect(isObjection(errorCodeOf(`(#${code}) ${title}`))).toBe(false);
      },
    ),
  );
});
