import { describe, expect, it } from "@jest/globals";
import { drawPersona } from "../../../../server/demo/personas/draw.js";
import { CHARACTERS, type Deed, NOTHING_YET, type Persona, type SeenMessage } from "../../../../server/demo/personas/persona.js";
import { RATES } from "../../../../server/demo/personas/rates.js";
import { react } from "../../../../server/demo/personas/react.js";
import { SeededRandom } from "../../../../server/platform/crypto/randomness.js";

const REMINDER: SeenMessage = {
  text: "Su cuenta tiene un saldo por pagar de $ 386.400.",
  buttons: ["Pagar ahora", "Recordarme después", "Tengo una pregunta"],
  opening: true,
};
const persona = (character: Persona["character"], language: Persona["language"] = "es"): Persona => ({
  character,
  language,
  patience: 1,
  reads: [0, 1],
});
const many = (character: Persona["character"], language?: Persona["language"]): Deed[] =>
  Array.from({ length: 200 }, (_, seed) => react(new SeededRandom(seed), persona(character, language), NOTHING_YET, REMINDER).deeds).flat();

describe("a persona", () => {
  it("does the same for the same chance and the same message", () => {
    for (const character of CHARACTERS) {
      const once = react(new SeededRandom(5), persona(character), NOTHING_YET, REMINDER);
      expect(react(new SeededRandom(5), persona(character), NOTHING_YET, REMINDER)).toEqual(once);
    }
  });

  it("presses only what is on the phone", () => {
    const pressed = CHARACTERS.flatMap((character) => many(character)).flatMap((deed) => (deed.do === "press" ? [deed.title] : []));
    expect(pressed.length).toBeGreaterThan(0);
    expect([...new Set(pressed)].filter((title) => !REMINDER.buttons.includes(title))).toEqual([]);
  });

  it("writes in its own language", () => {
    const words = many("opts_out", "pt-BR").flatMap((deed) => (deed.do === "write" ? [deed.text] : []));
    expect(words).toContain("PARAR");
    expect(words).not.toContain("BAJA");
  });

  it("says nothing after it has said stop", () => {
    const first = react(new SeededRandom(1), persona("opts_out"), NOTHING_YET, REMINDER);
    expect(first.deeds).toHaveLength(1);
    expect(react(new SeededRandom(2), persona("opts_out"), first.memory, REMINDER).deeds).toEqual([]);
  });

  it("does nothing where it only reads", () => {
    expect(many("only_reads")).toEqual([]);
    expect(many("never_reads")).toEqual([]);
  });

  it("pays more often the younger the debt, and objects more often the older", () => {
    const share = (stage: "pre_due" | "d91_plus", character: Persona["character"]) => {
      const random = new SeededRandom(9);
      const drawn = Array.from({ length: 4_000 }, () => drawPersona(random, stage, "es").character);
      return drawn.filter((one) => one === character).length / drawn.length;
    };
    expect(share("pre_due", "pays")).toBeGreaterThan(5 * share("d91_plus", "pays"));
    expect(share("d91_plus", "opts_out")).toBeGreaterThan(share("pre_due", "opts_out"));
  });

  it("comes in shares that add up to a hundred in every stage", () => {
    for (const [stage, weights] of Object.entries(RATES)) {
      const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
      expect({ stage, total: Math.round(total) }).toEqual({ stage, total: 100 });
    }
  });
});
