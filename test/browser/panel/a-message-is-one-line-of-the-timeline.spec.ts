import { expect, test } from "@jest/globals";
import type { z } from "zod";
import { folded } from "../../../admin-ui/src/features/portfolio/timeline.js";
import type { TimelineEntry } from "../../../server/contract/journal.contract.js";

type Entry = z.infer<typeof TimelineEntry>;

let seq = 100;
/** Newest first, as the server sends them. */
const entry = (type: string, message: string | null = null): Entry => ({
  at: `2026-11-25T14:00:00.${String(seq).padStart(3, "0")}Z`,
  seq: seq--,
  type,
  kind: "message",
  title: type,
  text: null,
  language: null,
  actor: "system",
  message,
});
const told = (entries: Entry[]) => folded(entries).map(({ type, title, way }) => [type, title, way.map((record) => record.type)]);

test("a message stands once, with how far it has come, and keeps every record of its way", () => {
  const way = ["message.read", "message.delivered", "message.handed_over", "message.accepted", "message.intended"];
  expect(told([entry("payment.received"), ...way.map((type) => entry(type, "a")), entry("debt.imported")])).toEqual([
    ["payment.received", "payment.received", []],
    ["message.intended", "message.read", way.toReversed()],
    ["debt.imported", "debt.imported", []],
  ]);
});

test("two messages are not mixed, and what went wrong with one keeps its own line", () => {
  expect(
    told([
      entry("message.failed", "b"),
      entry("message.accepted", "b"),
      entry("message.delivered", "a"),
      entry("message.intended", "b"),
      entry("message.intended", "a"),
    ]),
  ).toEqual([
    ["message.failed", "message.failed", []],
    ["message.intended", "message.accepted", ["message.intended", "message.accepted"]],
    ["message.intended", "message.delivered", ["message.intended", "message.delivered"]],
  ]);
});

test("a message that was intended twice begins anew", () => {
  expect(
    told([
      entry("message.accepted", "a"),
      entry("message.intended", "a"),
      entry("message.proven_absent", "a"),
      entry("message.intended", "a"),
    ]),
  ).toEqual([
    ["message.intended", "message.accepted", ["message.intended", "message.accepted"]],
    ["message.proven_absent", "message.proven_absent", []],
    ["message.intended", "message.intended", []],
  ]);
});
