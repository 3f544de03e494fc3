import { describe, expect, it } from "@jest/globals";
import { lintMessage } from "../../../../server/modules/templates/domain/lint.js";
import { library } from "./support/library.js";
import { replyWith, rulesBrokenBy, templateWith } from "./support/messages.js";

const REFUSED: readonly (readonly [string, string, string])[] = [
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
  ["pt-BR", "Pague para evitar maiores consequências.", "wording.threat"],
  ["pt-BR", "Quite este valor logo, para evitar outras repercussões.", "wording.threat"],
  ["pt-BR", "Caso contrário, seu nome será negativado no Serasa.", "wording.threat"],
  ["pt-BR", "Nossos advogados foram avisados.", "wording.court"],
  ["pt-BR", "Você está inadimplente.", "wording.shame"],
  ["pt-BR", "Vamos falar com seu chefe.", "wording.third_party"],
  ["pt-BR", "Pague o quanto antes.", "wording.haste"],
  ["pt-BR", "Por que não pagou?", "wording.why"],
  ["pt-BR", "Quite com 30% de desconto.", "wording.promotion"],
  ["pt-BR", "É a tua conta.", "wording.familiar"],
  ["es", "Evite medidas legales.", "wording.threat"],
  ["es", "Esto podría afectar su historial.", "wording.threat"],
  ["es", "Evítese problemas.", "wording.threat"],
  ["es", "Es su último plazo.", "wording.threat"],
  ["es", "Si no recibimos su pago, procederemos según corresponda.", "wording.threat"],
  ["es", "No nos obligue a dar otro paso.", "wording.threat"],
  ["es", "Su caso pasará a otra área.", "wording.threat"],
  ["es", "Perderá sus beneficios.", "wording.threat"],
  ["es", "Suspenderemos su servicio.", "wording.threat"],
  ["es", "Un gestor pasará por su casa.", "wording.threat"],
  ["es", "Sabemos dónde trabaja.", "wording.threat"],
  ["es", "Solicitaremos el embargo de su cuenta.", "wording.threat"],
  ["es", "Pasará a cobro prejurídico.", "wording.court"],
  ["es", "Iniciaremos un proceso ejecutivo.", "wording.court"],
  ["es", "Esta es una notificación extrajudicial.", "wording.court"],
  ["es", "Usted no cumplió.", "wording.shame"],
  ["es", "Llamaremos a su trabajo.", "wording.third_party"],
  ["es", "Avisaremos a sus referencias.", "wording.third_party"],
  ["es", "Pague hoy.", "wording.haste"],
  ["es", "¿Qué pasó con su pago?", "wording.why"],
  ["pt-BR", "Evite medidas legais.", "wording.threat"],
  ["pt-BR", "Isso pode prejudicar seu nome.", "wording.threat"],
  ["pt-BR", "Isso pode afetar seu histórico.", "wording.threat"],
  ["pt-BR", "Haverá restrição no seu cadastro.", "wording.threat"],
  ["pt-BR", "Último prazo para pagar.", "wording.threat"],
  ["pt-BR", "Tomaremos as providências cabíveis.", "wording.threat"],
  ["pt-BR", "Se não pagar, o caso será encaminhado.", "wording.threat"],
  ["pt-BR", "Vamos pedir a busca e apreensão.", "wording.threat"],
  ["pt-BR", "Iremos à sua casa.", "wording.threat"],
  ["pt-BR", "Entraremos com ação de cobrança.", "wording.court"],
  ["pt-BR", "Esta é uma notificação extrajudicial.", "wording.court"],
  ["pt-BR", "Você não cumpriu.", "wording.shame"],
  ["pt-BR", "Ligaremos no seu local de trabalho.", "wording.third_party"],
  ["pt-BR", "Falaremos com seus parentes.", "wording.third_party"],
  ["pt-BR", "Pague hoje.", "wording.haste"],
  ["pt-BR", "O que houve com o pagamento?", "wording.why"],
  ["en", "Avoid legal action.", "wording.threat"],
  ["en", "This may affect your record.", "wording.threat"],
  ["en", "It could harm your credit.", "wording.threat"],
  ["en", "This is your last chance.", "wording.threat"],
  ["en", "This is a final reminder.", "wording.threat"],
  ["en", "If you do not pay, we will take action.", "wording.threat"],
  ["en", "We reserve the right to take further steps.", "wording.threat"],
  ["en", "You leave us no option.", "wording.threat"],
  ["en", "Your account goes to a collection agency.", "wording.threat"],
  ["en", "Your service will be cut off.", "wording.threat"],
  ["en", "We will visit you.", "wording.threat"],
  ["en", "We know where you live.", "wording.threat"],
  ["en", "You will receive a summons.", "wording.court"],
  ["en", "You are in default.", "wording.shame"],
  ["en", "We will call you at work.", "wording.third_party"],
  ["en", "Your relatives will hear of it.", "wording.third_party"],
  ["en", "Act now.", "wording.haste"],
  ["en", "What happened with your payment?", "wording.why"],
  ["en", "We will take \u200ble\u00adgal steps.", "wording.court"],
];

describe("the wording lint", () => {
  it.each(REFUSED)("%s: %s", (language, sentence, rule) => {
    expect(rulesBrokenBy(language, sentence)).toContain(rule);
  });

  it.each([
    ["es", "Puede pagar con PSE en nuestra página, con amabilidad y sin costo."],
    ["pt-BR", "Você pode pagar com PIX, se assim preferir."],
    ["en", "Our team answers with courtesy from Monday to Friday."],
    ["es", "Sin embargo, puede proceder con el pago o visitar nuestra página, con afecto y sin costo."],
    ["es", "Si tiene algún requerimiento, una persona revisará su caso; reporte su pago aquí cuando reciba su salario."],
    ["pt-BR", "A sua dúvida será vista por uma pessoa; pedimos desculpas pelo transtorno. Pode visitar a nossa página."],
    ["en", "Feel free to write to us; you can pay today or take your time, and we are sorry for the trouble."],
    ["en", "Your message was passed to our team, which will deal with it. A friendly person answers."],
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
    ["pt-BR", "Desculpe, não falaremos mais do seu saldo."],
    ["en", "Sorry, we will not write about this invoice again."],
    ["es", "Disculpe, no volveremos a escribirle por este préstamo."],
    ["pt-BR", "Desculpe, não falaremos mais deste empréstimo."],
    ["en", "Sorry, we will not write about this loan again."],
  ] as const)("%s: an answer to a stranger does not hint at a debt: %s", (language, source) => {
    expect(lintMessage(replyWith(language, source, false)).map(({ rule }) => rule)).toEqual(["wording.discloses_debt"]);
    expect(lintMessage(replyWith(language, source, true))).toEqual([]);
  });

  it("an answer to a stranger does not carry the debtor's data", () => {
    const reply = { ...library.reply("pay_link", "en"), disclosesDebt: false };
    expect(lintMessage(reply)).toContainEqual(expect.objectContaining({ rule: "wording.discloses_debt", field: "variables.amount" }));
  });
});
