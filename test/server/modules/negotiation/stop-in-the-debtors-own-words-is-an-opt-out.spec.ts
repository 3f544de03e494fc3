import { describe, expect, it } from "@jest/globals";
import { interpret } from "../../../../server/modules/negotiation/rules.js";
import { spoken } from "../templates/support/languages.js";

const meaning = (text: string, locale: string) => interpret({ text, language: spoken(locale), answersMessage: false });

/** [text, says nothing else] */
const SAID: Readonly<Record<string, readonly (readonly [string, boolean])[]>> = {
  es: [
    ["stop", true],
    ["Baja", true],
    ["BAJA!!!", true],
    ["baja por favor", true],
    ["Hola, buenas tardes. Baja, gracias", true],
    ["dar de baja", true],
    ["¡No me escriban más!", true],
    ["No me escriba mas por favor", true],
    ["ya no me escriban más a este número", true],
    ["les pido que no me vuelvan a escribir", true],
    ["NO ME MANDEN MÁS MENSAJES", true],
    ["Dejen de enviarme mensajes", true],
    ["paren de escribirme", true],
    ["no quiero recibir más mensajes", true],
    ["No deseo que me contacten", true],
    ["quiero darme de baja", true],
    ["borren mi número por favor", true],
    ["no me escriban más que ya pagué", false],
    ["Ya pagué, no me escriban más", false],
    ["no me escriban más estafadores", false],
    ["BAJA. Ese crédito no es mío", false],
  ],
  "pt-BR": [
    ["Parar", true],
    ["pare por favor", true],
    ["SAIR", true],
    ["pare de me mandar mensagens", true],
    ["Parem de mandar mensagem", true],
    ["não me mande mais mensagens", true],
    ["Não me escrevam mais neste número", true],
    ["não quero mais receber mensagens", true],
    ["não quero receber mais mensagens", true],
    ["me tira dessa lista", true],
    ["remova meu número", true],
    ["parem de me incomodar, já paguei isso", false],
  ],
  en: [
    ["STOP", true],
    ["Stop!! Stop!!", true],
    ["please stop", true],
    ["unsubscribe", true],
    ["stop texting me", true],
    ["Stop sending me messages", true],
    ["Don’t contact me again", true],
    ["do not text me anymore", true],
    ["I don't want any more messages", true],
    ["can you stop messaging me", true],
    ["take me off your list", true],
    ["leave me alone", true],
    ["stop texting me, you have the wrong guy", false],
  ],
};

describe("an opt-out in the debtor's own words", () => {
  for (const [language, texts] of Object.entries(SAID)) {
    it.each(texts)(`${language}: "%s"`, (text, whole) => {
      expect(meaning(text, language)).toMatchObject({ meaning: "opt_out", whole });
    });
  }

  it("is understood in another language than the debtor's", () => {
    expect(meaning("pare de me mandar mensagens", "es").meaning).toBe("opt_out");
    expect(meaning("stop", "pt-BR").meaning).toBe("opt_out");
  });
});
