import { describe, expect, it } from "@jest/globals";
import { interpret } from "../../../../server/modules/negotiation/rules.js";
import { INTENTS } from "../../../../server/modules/templates/rules.js";
import { languages, spoken } from "../templates/support/languages.js";

describe.each(languages)("in $locale", (language) => {
  it.each(INTENTS)("%s", (intent) => {
    const title = language.buttons[intent];
    expect(interpret({ text: title, language, answersMessage: true })).toEqual({ meaning: intent, source: "button", whole: true });
    // The helpdesk drops the link to a message of another conversation.
    expect(interpret({ text: title, language, answersMessage: false })).toEqual({ meaning: intent, source: "title", whole: true });
    expect(interpret({ text: ` ${title.toUpperCase()}! `, language, answersMessage: false })).toMatchObject({ meaning: intent });
  });

  it("a button of an older message in another language is understood", () => {
    expect(interpret({ text: "Ya pagué", language, answersMessage: true }).meaning).toBe("already_paid");
  });
});

it("more than the title is not the title", () => {
  const read = (text: string) => interpret({ text, language: spoken("es"), answersMessage: true });
  expect(read("Ya pagué la mitad, el resto el lunes").source).toBe("words");
  expect(read("no pagar ahora").meaning).not.toBe("pay_now");
});

it.each([null, "", "   ", "\n"])("a message without text (%j) is unclear", (text) => {
  expect(interpret({ text, language: spoken("es"), answersMessage: true })).toEqual({ meaning: "unclear", source: "none", whole: false });
});
