import { describe, expect, it } from "@jest/globals";
import { SeededRandom } from "../../../../server/platform/crypto/randomness.js";
import { interpret, LONGEST_READ } from "../../../../server/modules/negotiation/rules.js";
import { spoken } from "../templates/support/languages.js";

const SIZE = 50_000;
const READINGS = 40;
const of = (part: string) => part.repeat(Math.ceil(SIZE / part.length)).slice(0, SIZE);

const HOSTILE: Readonly<Record<string, string>> = {
  "one letter": of("a"),
  spaces: of(" "),
  punctuation: `${of("!")}a`,
  "punctuation and letters": of("!a"),
  "combining marks": of("e\u0301\u0302\u0303"),
  "letters that decompose": of("\u1ed8\u01d5"),
  "half surrogates": of("\ud83d"),
  "a phrase limited at the very end": `${of("no me escriban ")} si`,
  "the beginning of every phrase": of("no me no quiero deje de pare de stop sending me dont want "),
  "optional words over and over": of("no quiero recibir mas sus mas "),
  politeness: of("por favor gracias "),
  negations: of("no no no "),
  "one-word clauses": of("a."),
};

/** What a person might write, as long as the hostile ones. */
const PLAIN = of("Buenas tardes, le cuento que el viernes me pagan y entonces consigno lo de la factura. ");

describe("50 kB made to be slow cost less than ten times as much as plain ones", () => {
  it.each(Object.keys(HOSTILE))("%s", (name) => {
    // This process's own time, over many readings: on a busy machine the clock on the wall counts everybody's.
    const cost = (text: string) => {
      const start = process.cpuUsage();
      for (let time = 0; time < READINGS; time++) interpret({ text, language: spoken("es"), answersMessage: true });
      return process.cpuUsage(start).user;
    };
    cost(PLAIN);
    expect(cost(HOSTILE[name]!) / Math.max(1_000, cost(PLAIN))).toBeLessThan(10);
  });
});

it("reads any text without an error, the same twice", () => {
  const random = new SeededRandom(42);
  const alphabet = Array.from("no me escriban más pare de STOP.,!?¿\n\t\0 don't\u0301👍\ud83d'\"{}<>٣ß中");
  for (let round = 0; round < 2_000; round++) {
    const text = Array.from({ length: random.int(120) }, () => alphabet[random.int(alphabet.length)]).join("");
    const once = interpret({ text, language: spoken("pt-BR"), answersMessage: false });
    expect(interpret({ text, language: spoken("pt-BR"), answersMessage: false })).toEqual(once);
  }
});

it("does not read beyond what a person can type", () => {
  const text = `${"x".repeat(LONGEST_READ)}. no me escriban más`;
  expect(interpret({ text, language: spoken("es"), answersMessage: false }).meaning).toBe("unclear");
});
