import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { canonical } from "../../../../server/modules/journal/chain/canonical.js";
import type { JsonValue } from "../../../../server/modules/journal/journal.port.js";

test("any JSON value comes back from its canonical text, and its members' order is of no account", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonical(value as JsonValue);
      expect(canonical(JSON.parse(text) as JsonValue)).toBe(text);
      expect(canonical(reversed(value as JsonValue))).toBe(text);
    }),
  );
});

test("members are sorted by UTF-16 code units and numbers written as ECMAScript does (RFC 8785, 3.2)", () => {
  expect(canonical({ "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\u{1f600}": 5, "\u0080": 6, "\u00f6": 7 })).toBe(
    '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}',
  );
  expect(canonical([333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0])).toBe(
    "[333333333.3333333,1e+30,4.5,0.002,1e-27,0]",
  );
});

test("half a surrogate pair is replaced, what JSON cannot write is refused", () => {
  expect(canonical({ text: "a\ud83d", list: ["\udc00"] })).toBe('{"list":["\ufffd"],"text":"a\ufffd"}');
  expect(() => canonical({ n: Number.NaN })).toThrow("NaN");
  expect(() => canonical(undefined as unknown as JsonValue)).toThrow("only what JSON can write");
});

function reversed(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map((item: JsonValue) => reversed(item));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, item]) => [name, reversed(item)]),
  );
}
