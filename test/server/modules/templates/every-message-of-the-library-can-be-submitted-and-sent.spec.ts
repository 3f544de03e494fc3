import { describe, expect, it } from "@jest/globals";
import { fillBody, sampleContext } from "../../../../server/modules/templates/domain/fill-body.js";
import { lintMessage } from "../../../../server/modules/templates/domain/lint.js";
import { renderText } from "../../../../server/modules/templates/domain/render-text.js";
import { STAGES } from "../../../../server/shared/stage.js";
import { toWhatsAppSubmission } from "../../../../server/modules/templates/domain/whatsapp-components.js";
import { library, ofStage } from "./support/library.js";

const REPLIES = [
  "already_paid_received",
  "ask_day_again",
  "ask_promise_day",
  "ask_reminder_day",
  "dispute_received",
  "opt_out_confirmed",
  "pay_link",
  "person_will_answer",
  "promise_confirmed",
  "reminder_confirmed",
  "wrong_person_apology",
];

describe("the library", () => {
  it("has something to say at each stage in each language, and every reply in each language", () => {
    for (const { locale } of library.languages) {
      for (const stage of STAGES) expect(ofStage(stage, locale)).not.toHaveLength(0);
      for (const reply of REPLIES) expect(library.reply(reply, locale).language.locale).toBe(locale);
    }
    expect(library.replies).toHaveLength(REPLIES.length * library.languages.length);
  });

  it.each(library.templates.map((template) => [`${template.name} ${template.language.locale}`, template] as const))("%s", (_, template) => {
    expect(lintMessage(template)).toEqual([]);
    const submission = toWhatsAppSubmission(template);
    expect(submission.name).toMatch(/^[a-z0-9_]{1,512}$/);
    expect(submission.components.map(({ type }) => type)).toEqual(["BODY", "FOOTER", "BUTTONS"]);
    const text = renderText(template, sampleContext(template));
    expect(text.length).toBeLessThanOrEqual(1_024);
    for (const value of fillBody(template, sampleContext(template))) expect(text).toContain(value);
  });

  it.each(library.replies.map((reply) => [`${reply.name} ${reply.language.locale}`, reply] as const))("%s", (_, reply) => {
    expect(lintMessage(reply)).toEqual([]);
    expect(renderText(reply, sampleContext(reply))).not.toMatch(/[{}]/);
  });

  it("reads as a person would write it", () => {
    const template = library.template("saldo_d31_90_reminder", "es");
    expect(renderText(template, sampleContext(template)).replaceAll("\u00a0", " ")).toBe(
      [
        "Hola, Marisol. Le escribe Alameda Hogar.",
        "Su saldo por pagar es de $ 386.400. Detalle: cuenta CH-118204. El vencimiento más antiguo es del 11 de octubre, hace 42 días.",
        "Podemos buscar con usted la forma de pago que mejor le quede. Puede pagar ahora, acordar un plan de pagos o pedir más tiempo.",
        "Si ya pagó, responda “Ya pagué” y lo verificamos. Si prefiere hablar con una persona, escríbanos aquí y le atenderemos.",
        "Responda BAJA para no recibir más mensajes",
      ].join("\n\n"),
    );
  });
});
