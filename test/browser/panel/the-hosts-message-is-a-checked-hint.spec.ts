import { expect, test } from "@jest/globals";
import { isFromHost, readContext } from "../../../admin-ui/src/features/embedding/hostContext.js";

const message = (conversation: unknown) =>
  JSON.stringify({ event: "appContext", data: { conversation, contact: {}, currentAgent: { id: 1 } } });

test("a context names a conversation and nothing else is taken from it", () => {
  expect(readContext(message({ id: 48_211, meta: { sender: { name: "x" } } }))).toEqual({ conversationId: 48_211 });
});

test.each([
  message({ id: 0 }),
  message({ id: -1 }),
  message({ id: 1.5 }),
  message({ id: "7" }),
  message([]),
  message(null),
  "{",
  "null",
  "[]",
  { event: "appContext" },
  7,
  undefined,
])("%j is no context", (data) => {
  expect(readContext(data)).toBeUndefined();
});

test("only the parent window under the host's origin is the host", () => {
  const parent = {} as Window;
  expect(isFromHost({ origin: "https://desk.example", source: parent }, "https://desk.example", parent)).toBe(true);
  expect(isFromHost({ origin: "https://evil.example", source: parent }, "https://desk.example", parent)).toBe(false);
  expect(isFromHost({ origin: "https://desk.example", source: {} as Window }, "https://desk.example", parent)).toBe(false);
});
