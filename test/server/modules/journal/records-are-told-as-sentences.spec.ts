import { expect, test } from "@jest/globals";
import { kindOf, sentenceOf, typesOf } from "../../../../server/modules/journal/domain/sentence.js";
import { CATALOGUE } from "../../../../server/modules/journal/domain/sentences.js";

test("values of the payload stand in the sentence, in the reader's language", () => {
  const payload = { amount: { minor: 113_570_000, currency: "COP" } };
  expect(sentenceOf("payment.received", payload, "en")).toBe("Payment received: COP\u00a01,135,700");
  expect(sentenceOf("payment.received", { amountMinor: 113_570_000, currency: "COP" }, "es")).toBe("Pago recibido: COP\u00a01.135.700");
  expect(sentenceOf("opt_out.recorded", { channel: "call" }, "pt-BR")).toBe("O devedor pediu para não receber mais mensagens por telefone");
  expect(sentenceOf("hold.placed", { reason: "wrong_person" }, "es")).toBe("En pausa, sin contacto: persona equivocada");
});

test("a day is written as the panel writes days", () => {
  const payload = { amount: { minor: 256_597_700, currency: "COP" }, dueDate: "2026-12-01" };
  expect(sentenceOf("promise.kept", payload, "en")).toBe("Promise kept: COP\u00a02,565,977 by 1\u00a0Dec\u00a02026");
  expect(sentenceOf("promise.kept", payload, "es")).toBe("Promesa cumplida: COP\u00a02.565.977 para el 1\u00a0dic\u00a02026");
  expect(sentenceOf("promise.kept", payload, "pt-BR")).toBe("Promessa cumprida: COP\u00a02.565.977 até 1\u00a0dez\u00a02026");
});

test("a part whose value is missing is left out", () => {
  expect(sentenceOf("payment.received", {}, "en")).toBe("Payment received");
  expect(sentenceOf("message.failed", { code: null }, "en")).toBe("Message not delivered");
});

test("a type nobody described gets a neutral sentence and is filed as a note", () => {
  expect(sentenceOf("moon_phase.changed", {}, "es")).toBe("Registrado: moon phase changed");
  expect(kindOf("moon_phase.changed")).toBe("note");
  expect(kindOf("constructor")).toBe("note");
});

test("every type can be found by its kind", () => {
  expect(typesOf("money")).toContain("payment.received");
  expect(Object.keys(CATALOGUE).every((type) => typesOf(kindOf(type)).includes(type))).toBe(true);
});
