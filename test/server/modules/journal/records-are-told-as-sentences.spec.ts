import { expect, test } from "@jest/globals";
import type { JsonObject } from "../../../../server/modules/journal/rules.js";
import { RecordWords } from "../../../../server/modules/journal/index.js";
import { MODULES, Words } from "../../../../server/platform/words/words.js";
import type { Locale } from "../../../../server/shared/locale.js";

const words = new RecordWords(Words.read(MODULES), { whyNot: ({ why }) => (typeof why === "string" ? why : null) });
const sentence = (type: string, payload: JsonObject, locale: Locale) => words.sentence(type, payload, locale);

test("values of the payload stand in the sentence, in the reader's language", () => {
  const payload = { amount: { minor: 113_570_000, currency: "COP" } };
  expect(sentence("payment.received", payload, "en")).toBe("Payment received: COP\u00a01,135,700");
  expect(sentence("payment.received", { amountMinor: 113_570_000, currency: "COP" }, "es")).toBe("Pago recibido: COP\u00a01.135.700");
  expect(sentence("opt_out.recorded", { channel: "call" }, "pt-BR")).toBe("O devedor pediu para não receber mais mensagens por telefone");
  expect(sentence("hold.placed", { reason: "wrong_person" }, "es")).toBe("En pausa, sin contacto: persona equivocada");
  expect(sentence("work.parked", { work: "dispatch", problem: "data.malformed" }, "en")).toBe(
    "Set aside, could not be worked on: sending messages (stored data cannot be read)",
  );
});

test("a day is written as the panel writes days", () => {
  const payload = { amount: { minor: 256_597_700, currency: "COP" }, dueDate: "2026-12-01" };
  expect(sentence("promise.kept", payload, "en")).toBe("Promise kept: COP\u00a02,565,977 by 1\u00a0Dec\u00a02026");
  expect(sentence("promise.kept", payload, "es")).toBe("Promesa cumplida: COP\u00a02.565.977 para el 1\u00a0dic\u00a02026");
  expect(sentence("promise.kept", payload, "pt-BR")).toBe("Promessa cumprida: COP\u00a02.565.977 até 1\u00a0dez\u00a02026");
});

test("a part whose value is missing is left out", () => {
  expect(sentence("payment.received", {}, "en")).toBe("Payment received");
  expect(sentence("message.failed", { code: null }, "en")).toBe("Message not delivered");
  expect(sentence("promise.reopened", { dueDate: "2026-12-01" }, "en")).toBe(
    "A payment was taken back; the promise by 1\u00a0Dec\u00a02026 stands again",
  );
});

test("what a payload holds is a value and never a part of the message", () => {
  for (const name of ["{amount}", "yes", "no", "other", "constructor", "<b>x</b>", "'{'", "# {0, plural, other {}}"]) {
    expect(sentence("cadence.created", { name }, "en")).toBe(`Cadence ${name} started as a draft`);
  }
});

test("a type nobody described gets a neutral sentence and is filed as a note", () => {
  expect(sentence("moon_phase.changed", {}, "es")).toBe("Registrado: moon phase changed");
  for (const type of ["moon_phase.changed", "constructor", "__proto__"]) expect(words.kindOf(type)).toBe("note");
  expect(sentence("constructor", {}, "en")).toBe("Recorded: constructor");
});

test("a refusal tells the reason after its sentence", () => {
  const record = { type: "message.read", payload: { why: "Sunday" }, personal: null };
  expect(words.title(record, "en")).toBe("Message read. Sunday");
});

test("every type can be found by its kind", () => {
  expect(words.typesOf("money")).toContain("payment.received");
  const types = words.types("en");
  expect(types.filter(({ type, kind }) => !words.typesOf(kind).includes(type))).toEqual([]);
  expect(types.find(({ type }) => type === "work.parked")?.title).toBe("Set aside, could not be worked on: …");
});
