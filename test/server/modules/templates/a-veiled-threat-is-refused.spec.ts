import { describe, expect, it } from "@jest/globals";
import type { Language } from "../../../../server/modules/templates/domain/language.js";
import { lintMessage } from "../../../../server/modules/templates/domain/lint.js";
import { library } from "./support/library.js";
import { replyWith, rulesBrokenBy, templateWith } from "./support/messages.js";

const REFUSED: readonly (readonly [Language, string, string])[] = [
  ["en", "We urge you to settle so that further repercussions do not follow.", "wording.threat"],
  ["en", "Please settle this amount soon to avoid further repercussions.", "wording.threat"],
  ["en", "We urge you to settle this amount.", "wording.haste"],
  ["en", "Pay the balance to avoid problems.", "wording.threat"],
  ["en", "This is your final notice.", "wording.threat"],
  ["en", "Our lawyers have your file.", "wording.court"],
  ["en", "You are a delinquent customer.", "wording.shame"],
  ["en", "We may call your employer.", "wording.third_party"],
  ["en", "Please pay as soon as possible.", "wording.haste"],
  ["en", "Why have you not paid?", "wording.why"],
  ["en", "Pay today with a 20% discount.", "wording.promotion"],
  ["es", "Le instamos a pagar para evitar mayores repercusiones.", "wording.threat"],
  ["es", "Salde este monto pronto y evite repercusiones futuras.", "wording.threat"],
  ["es", "De lo contrario será reportado a las centrales de riesgo.", "wording.threat"],
  ["es", "Tomaremos las medidas pertinentes.", "wording.threat"],
  ["es", "Última\noportunidad de pago.", "wording.threat"],
  ["es", "Iniciaremos un cobro jurídico.", "wording.court"],
  ["es", "Usted es un cliente moroso.", "wording.shame"],
  ["es", "Informaremos a sus familiares.", "wording.third_party"],
  ["es", "Pague de inmediato.", "wording.haste"],
  ["es", "Pague cuanto antes.", "wording.haste"],
  ["es", "¿Por qué no ha pagado?", "wording.why"],
  ["es", "Cuéntenos el motivo del retraso.", "wording.why"],
  ["es", "Tiene un descuento si paga el viernes.", "wording.promotion"],
  ["es", "Puedes pagar cuando quieras, es tu saldo.", "wording.familiar"],
  ["es", "PAGUE su saldo.", "wording.capitals"],
  ["es", "¡Hola! ¡Le escribimos!", "wording.exclamation"],
  ["es", "Le escribimos \u26a0\ufe0f por su saldo.", "wording.emoji"],
  ["pt_BR", "Pague para evitar maiores consequências.", "wording.threat"],
  ["pt_BR", "Quite este valor logo, para evitar outras repercussões.", "wording.threat"],
  ["pt_BR", "Caso contrário, seu nome será negativado no Serasa.", "wording.threat"],
  ["pt_BR", "Nossos advogados foram avisados.", "wording.court"],
  ["pt_BR", "Você está inadimplente.", "wording.shame"],
  ["pt_BR", "Vamos falar com seu chefe.", "wording.third_party"],
  ["pt_BR", "Pague o quanto antes.", "wording.haste"],
  ["pt_BR", "Por que não pagou?", "wording.why"],
  ["pt_BR", "Quite com 30% de desconto.", "wording.promotion"],
  ["pt_BR", "É a tua conta.", "wording.familiar"],
];

describe("the wording lint", () => {
  it.each(REFUSED)("%s: %s", (language, sentence, rule) => {
    expect(rulesBrokenBy(language, sentence)).toContain(rule);
  });

  it.each([
    ["es", "Puede pagar con PSE en nuestra página, con amabilidad y sin costo."],
    ["pt_BR", "Você pode pagar com PIX, se assim preferir."],
    ["en", "Our team answers with courtesy from Monday to Friday."],
  ] as const)("%s lets a plain sentence pass: %s", (language, sentence) => {
    expect(rulesBrokenBy(language, sentence)).toEqual([]);
  });

  it("points out interest without refusing it", () => {
    expect(rulesBrokenBy("es", "Desde esa fecha se causan intereses.")).toEqual(["wording.interest"]);
  });

  it("wants the sender, the amount, the date, the account, a person and the way to stop", () => {
    const bare = templateWith("en", { source: "Hello, you have something to pay.", variables: [], footer: null });
    expect(lintMessage(bare).map(({ rule }) => rule)).toEqual([
      "wording.sender_missing",
      "wording.amount_missing",
      "wording.date_missing",
      "wording.reference_missing",
      "wording.person_missing",
      "wording.stop_missing",
    ]);
  });

  it.each([
    ["es", "Disculpe, no volveremos a escribirle por esta deuda."],
    ["pt_BR", "Desculpe, não falaremos mais do seu saldo."],
    ["en", "Sorry, we will not write about this invoice again."],
  ] as const)("%s: an answer to a stranger does not hint at a debt: %s", (language, source) => {
    expect(lintMessage(replyWith(language, source, false)).map(({ rule }) => rule)).toEqual(["wording.discloses_debt"]);
    expect(lintMessage(replyWith(language, source, true))).toEqual([]);
  });

  it("an answer to a stranger does not carry the debtor's data", () => {
    const reply = { ...library.reply("pay_link", "en"), disclosesDebt: false };
    expect(lintMessage(reply)).toContainEqual(expect.objectContaining({ rule: "wording.discloses_debt", field: "variables.amount" }));
  });
});
