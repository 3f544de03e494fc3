import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { interpret, REPLY_INTENTS, type ReplyIntent } from "../../../../../server/modules/negotiation/rules.js";
import { spoken } from "../../templates/support/languages.js";

interface Labelled {
  readonly text: string;
  readonly language: string;
  readonly intent: ReplyIntent;
}
const read = (name: string): Labelled[] =>
  readFileSync(`test/replies/${name}.jsonl`, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Labelled);
const understood = ({ text, language }: Labelled) => interpret({ text, language: spoken(language), answersMessage: false }).meaning;
const SAFETY: readonly ReplyIntent[] = ["opt_out", "deceased", "hardship", "adviser", "self_harm"];

describe.each(["used-while-building", "held-out", "blind"])("of the replies %s", (name) => {
  const replies = read(name);

  it("each language has each intent", () => {
    const kinds = new Set(replies.map(({ intent, language }) => `${intent} ${language}`));
    expect(kinds.size).toBe(REPLY_INTENTS.length * 3);
  });

  it("95 of 100 are understood", () => {
    const right = replies.filter((reply) => understood(reply) === reply.intent);
    expect(right.length / replies.length).toBeGreaterThanOrEqual(0.95);
  });
});

const ALL = ["used-while-building", "held-out", "blind"].flatMap(read);

it.each(SAFETY)("none that says %s is missed", (intent) => {
  expect(ALL.filter((reply) => reply.intent === intent && understood(reply) !== intent).map(({ text }) => text)).toEqual([]);
});

it("there are 800 of them at least", () => {
  expect(new Set(ALL.map(({ text }) => text)).size).toBeGreaterThanOrEqual(800);
});
