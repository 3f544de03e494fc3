import { createHmac } from "node:crypto";
import { expect, test } from "@jest/globals";
import { isAuthentic } from "../../../../server/modules/host/webhooks/webhook-verification.adapter.js";
import { MINUTE, SECOND } from "../../../../server/shared/instant.js";

const NOW = Date.UTC(2026, 10, 23, 14);
const SECRET = "7kFqzJpH3vXwYbTn5RcGm2Ls";
const body = Buffer.from('{"event":"message_created","content":"a \\u003c b \\u0026 ñ"}');
const timestamp = String(NOW / 1000);
const signature = `sha256=${createHmac("sha256", SECRET).update(`${timestamp}.`).update(body).digest("hex")}`;

test("the genuine delivery passes", () => {
  expect(isAuthentic({ signature, timestamp, body }, SECRET, NOW)).toBe(true);
});

test("one changed byte of the body fails, whichever it is", () => {
  for (let i = 0; i < body.length; i++) {
    const forged = Buffer.from(body);
    forged[i] = forged[i]! ^ 1;
    expect([i, isAuthentic({ signature, timestamp, body: forged }, SECRET, NOW)]).toEqual([i, false]);
  }
});

test("one changed character of the signature fails, whichever it is", () => {
  for (let i = 0; i < signature.length; i++) {
    const forged = signature.slice(0, i) + (signature[i] === "0" ? "1" : "0") + signature.slice(i + 1);
    expect([i, isAuthentic({ signature: forged, timestamp, body }, SECRET, NOW)]).toEqual([i, false]);
  }
});

test("another timestamp, even a fresh one, fails", () => {
  expect(isAuthentic({ signature, timestamp: String(NOW / 1000 + 1), body }, SECRET, NOW)).toBe(false);
});

test("five minutes are the limit, in both directions", () => {
  expect(isAuthentic({ signature, timestamp, body }, SECRET, NOW + 5 * MINUTE)).toBe(true);
  expect(isAuthentic({ signature, timestamp, body }, SECRET, NOW + 5 * MINUTE + SECOND)).toBe(false);
  expect(isAuthentic({ signature, timestamp, body }, SECRET, NOW - 5 * MINUTE)).toBe(true);
  expect(isAuthentic({ signature, timestamp, body }, SECRET, NOW - 5 * MINUTE - SECOND)).toBe(false);
});

test.each([
  ["no signature", { signature: undefined, timestamp, body }],
  ["no timestamp", { signature, timestamp: undefined, body }],
  ["an empty signature", { signature: "", timestamp, body }],
  ["a signature without its prefix", { signature: signature.slice(7), timestamp, body }],
  ["a longer signature", { signature: `${signature}00`, timestamp, body }],
  ["a timestamp in words", { signature, timestamp: "now", body }],
  ["a negative timestamp", { signature, timestamp: "-1", body }],
  ["a timestamp with an exponent", { signature, timestamp: "1e9", body }],
])("%s fails", (_what, delivery) => {
  expect(isAuthentic(delivery, SECRET, NOW)).toBe(false);
});

test("another secret fails", () => {
  expect(isAuthentic({ signature, timestamp, body }, `${SECRET}x`, NOW)).toBe(false);
});
