import { describe, expect, it } from "@jest/globals";
import { readDate } from "../../../../server/modules/negotiation/rules.js";
import { spoken } from "../templates/support/languages.js";

/** A Tuesday. */
const TODAY = "2026-11-24";
const read = (text: string, locale = "es", today = TODAY) => {
  const reading = readDate(text, spoken(locale), today);
  return reading.kind === "date" ? reading.date : reading.kind;
};

describe("a day that is clear", () => {
  it.each([
    ["el viernes", "2026-11-27"],
    ["Vie 27 nov", "2026-11-27"],
    ["27/11", "2026-11-27"],
    ["27.11.2026", "2026-11-27"],
    ["2026-11-27", "2026-11-27"],
    ["5/12", "2026-12-05"],
    ["mañana", "2026-11-25"],
    ["pasado mañana", "2026-11-26"],
    ["hoy mismo", "2026-11-24"],
    ["puedo pagar el viernes 27 de noviembre, gracias", "2026-11-27"],
    ["el 5 de diciembre de 2026", "2026-12-05"],
    ["el día 5", "2026-12-05"],
    ["el 30", "2026-11-30"],
    ["en 5 días", "2026-11-29"],
    ["dentro de 3 días", "2026-11-27"],
    ["Mar 1 dic", "2026-12-01"],
  ])("%s", (text, date) => expect(read(text)).toBe(date));

  it.each([
    ["na sexta-feira", "2026-11-27"],
    ["Sex 27 nov", "2026-11-27"],
    ["amanhã", "2026-11-25"],
    ["depois de amanhã", "2026-11-26"],
    ["dia 5", "2026-12-05"],
    ["no dia 5 de dezembro", "2026-12-05"],
    ["daqui a 4 dias", "2026-11-28"],
    ["Seg 7 dez", "2026-12-07"],
  ])("%s", (text, date) => expect(read(text, "pt-BR")).toBe(date));

  it.each([
    ["tomorrow", "2026-11-25"],
    ["Fri 27 Nov", "2026-11-27"],
    ["on Friday", "2026-11-27"],
    ["I'll pay on November 27th", "2026-11-27"],
    ["the 5th", "2026-12-05"],
    ["27 November", "2026-11-27"],
    ["11/27", "2026-11-27"],
    ["the day after tomorrow", "2026-11-26"],
  ])("%s", (text, date) => expect(read(text, "en")).toBe(date));

  it("turns the year where the month is over", () => {
    expect(read("5 de enero", "es", "2026-12-28")).toBe("2027-01-05");
    expect(read("el 3", "es", "2026-12-28")).toBe("2027-01-03");
  });
});

describe("a day that is not", () => {
  it.each([
    ["es", "no puedo el viernes"],
    ["es", "el viernes no"],
    ["es", "el martes"],
    ["es", "el próximo viernes"],
    ["es", "viernes 28"],
    ["es", "el viernes o el lunes"],
    ["es", "5"],
    ["es", "31/11"],
    ["es", "en diciembre"],
    ["es", "el viernes pago la mitad"],
    ["en", "5/12"],
    ["en", "next Friday"],
    ["en", "I can't on Friday"],
    ["pt-BR", "não posso na sexta"],
    ["pt-BR", "sexta que vem"],
  ] as const)("%s: %s", (language, text) => expect(read(text, language)).toBe("unsure"));
});

describe("no day at all", () => {
  it.each([
    ["es", "¿por qué me cobran esto?"],
    ["es", "estoy en el hospital"],
    ["pt-BR", "perdi o emprego"],
    ["en", "who are you?"],
    ["es", ""],
  ] as const)("%s: %s", (language, text) => expect(read(text, language)).toBe("none"));
});
