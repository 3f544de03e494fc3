import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { subdivisionCode } from "../../../server/modules/portfolio/domain/residence.js";
import { words } from "../../../server/shared/words.js";
import { subdivisionsOf } from "../../../server/shared/places/places.js";

test("the short way of plain ASCII finds what the long way of accented text finds", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary-ascii" }), (text) => {
      // One accent sends the same text the long way.
      expect(words(text)).toEqual(words(`${text} é`).slice(0, -1));
    }),
  );
});

test("every spelling of a state is the first state in the table that has it", () => {
  for (const country of ["BR", "MX"]) {
    const states = subdivisionsOf(country);
    for (const { code, name, aliases } of states) {
      for (const spelling of [code, name, ...aliases, `${country}-${code}`]) {
        const plain = words(spelling).join("");
        const first = states.find((state) => [state.code, state.name, ...state.aliases].some((each) => words(each).join("") === plain));
        expect(subdivisionCode(country, spelling)).toBe(first?.code ?? code);
      }
    }
  }
});
