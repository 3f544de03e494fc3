import { describe, expect, it } from "@jest/globals";
import { foldTitle, INTENTS, intentOfTitle, titlesOf } from "../../../../server/modules/templates/domain/menu.js";
import { menuOf } from "../../../../server/modules/templates/domain/render-text.js";
import { STAGES } from "../../../../server/shared/stage.js";
import { languages, spoken } from "./support/languages.js";
import { library, ofStage } from "./support/library.js";

describe("a button title", () => {
  it("means one intent in its language and in every other", () => {
    const meanings = new Map<string, string>();
    for (const intent of INTENTS) {
      for (const language of languages) {
        for (const text of titlesOf(intent, language)) {
          const folded = foldTitle(text);
          expect(meanings.get(folded) ?? intent).toBe(intent);
          meanings.set(folded, intent);
        }
      }
    }
  });

  it.each(INTENTS)("%s fits a free-form menu and is understood", (intent) => {
    for (const language of languages) {
      expect(language.buttons[intent].length).toBeLessThanOrEqual(20);
      expect(intentOfTitle(language.buttons[intent], language)).toBe(intent);
    }
  });

  it("is understood when typed by hand, and in the debtor's former language", () => {
    expect(intentOfTitle(" ya pague ", spoken("es"))).toBe("already_paid");
    expect(intentOfTitle("¿Tengo una pregunta?", spoken("es"))).toBe("question");
    expect(intentOfTitle("JÁ PAGUEI!", spoken("pt-BR"))).toBe("already_paid");
    expect(intentOfTitle("Pagar agora", spoken("es"))).toBe("pay_now");
    for (const language of languages) expect(intentOfTitle(language.stop.word.toLowerCase(), language)).toBe("opt_out");
  });

  it.each(["", "?", "Hola", "Pagar ahora no puedo", "constructor", "__proto__"])("%j means nothing by itself", (text) => {
    expect(intentOfTitle(text, spoken("es"))).toBeNull();
  });

  it("quoted in a body is a title that is understood", () => {
    for (const { body, language } of library.templates) {
      const quoted = body.flatMap((segment) => (segment.kind === "text" ? [...segment.text.matchAll(/“([^”]+)”/g)] : []));
      for (const [, title] of quoted) expect(intentOfTitle(title!, language)).not.toBeNull();
    }
  });

  it("stands in the stage's menu", () => {
    const menus = STAGES.map((stage) => ofStage(stage, "en").map((template) => menuOf(template).map(({ title }) => title)));
    expect(menus).toEqual([
      [["Pay now", "Remind me later", "I have a question"]],
      [["Pay now", "I already paid", "Talk to a person"]],
      [["Pay now", "Remind me later", "I have a question"]],
      [["Pay now", "Payment plan", "Ask for more time"]],
      [["Pay now", "Payment plan", "Ask for more time"]],
    ]);
  });
});
