import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import Handlebars from "handlebars";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { bindParameters } from "../../../../server/modules/templates/domain/bind-parameters.js";
import { debtMessage } from "../../../../server/modules/templates/domain/debt-message.js";
import { fillBody, sampleContext } from "../../../../server/modules/templates/domain/fill-body.js";
import type { MessageContext, MessageTemplate } from "../../../../server/modules/templates/domain/message-template.js";
import { renderText } from "../../../../server/modules/templates/domain/render-text.js";
import { toWhatsAppComponents } from "../../../../server/modules/templates/domain/whatsapp-components.js";
import { fromEpochDay } from "../../../../server/shared/calendar.js";
import { throughHost } from "./support/host-sanitiser.js";
import { library, TEMPLATES } from "./support/library.js";

const LOCALES: Readonly<Record<string, readonly string[]>> = { es: ["es-CO", "es-MX", "es"], "pt-BR": ["pt-BR"], en: ["en-US", "en-GB"] };

const words = fc
  .string({
    unit: fc.oneof(fc.constantFrom(..."aÑé'\"<>  \t\n\u200b&%$#*_".split("")), fc.string({ unit: "grapheme", maxLength: 1 })),
    maxLength: 40,
  })
  .map((text) => `x${text.replace(/[{}%]/g, "")}`);

const debt = fc.record({
  reference: words,
  balance: fc.record({
    minor: fc.integer({ min: 1, max: 9_000_000_000_00 }),
    currency: fc.constantFrom("COP", "MXN", "BRL", "USD", "CLP"),
  }),
  dueDate: fc.integer({ min: 19_000, max: 22_000 }).map(fromEpochDay),
});

const sending = fc.constantFrom(...library.templates).chain((template) =>
  fc
    .record({
      locale: fc.constantFrom(...LOCALES[template.language.locale]!),
      asOf: fc.constant("2026-11-22"),
      creditor: words,
      name: words,
      debts: fc.array(debt, { minLength: 1, maxLength: 6 }),
    })
    .map((facts) => ({ template, context: debtMessage(facts) })),
);

/** What the phone shows: the approved components with the values the helpdesk passed on. */
function onThePhone(template: MessageTemplate, context: MessageContext): string {
  const values = throughHost(bindParameters(template, context));
  return toWhatsAppComponents(template)
    .flatMap((component) => (component.type === "BUTTONS" ? [] : [component.text]))
    .map((text) => text.replace(/\{\{(\d+)\}\}/g, (_, number: string) => values[Number(number) - 1] ?? "missing"))
    .join("\n\n");
}

describe("the three forms of a template", () => {
  it("show the same text, whatever the names, references, amounts and locale", () => {
    fc.assert(
      fc.property(sending, ({ template, context }) => {
        expect(onThePhone(template, context)).toBe(renderText(template, context));
      }),
      { numRuns: 500, seed: 2 },
    );
  });

  it("agree with what Handlebars itself makes of the source", async () => {
    for (const template of library.templates) {
      const context = sampleContext(template);
      const values = [...fillBody(template, context)];
      const own = Handlebars.create();
      const next = () => values.shift() ?? "missing";
      for (const helper of ["money", "date", "number", "accounts"]) own.registerHelper(helper, next);
      const source = await readFile(join(TEMPLATES, template.stage, `reminder.${template.language.locale}.hbs`), "utf8");
      const rendered = own.compile(source.trim(), { noEscape: true })({ name: next, creditor: next });
      expect(`${rendered}\n\n${template.footer}`).toBe(renderText(template, context));
      expect(values).toEqual([]);
    }
  });

  it("number the places in reading order and pad the menu for the helpdesk", () => {
    const template = library.template("saldo_due_reminder", "pt-BR");
    expect(bindParameters(template, sampleContext(template))).toEqual({
      name: "saldo_due_reminder_v2",
      language: "pt-BR",
      category: "UTILITY",
      processed_params: {
        body: { 1: "Marisol", 2: "Alameda Hogar", 3: "R$\u00a01.227,68", 4: "22 de novembro", 5: "conta CH-118204" },
        buttons: [{ type: "quick_reply" }, { type: "quick_reply" }, { type: "quick_reply" }],
      },
    });
    expect(toWhatsAppComponents(template)[0]).toMatchObject({
      type: "BODY",
      text: expect.stringContaining("Lembramos do seu pagamento de {{3}}, com vencimento a partir de {{4}}."),
      example: { body_text: [["Marisol", "Alameda Hogar", "R$\u00a01.227,68", "22 de novembro", "conta CH-118204"]] },
    });
  });

  it("refuse values written for another language than the words", () => {
    const template = library.template("saldo_due_reminder", "en");
    const context = { ...sampleContext(template), locale: "es-CO" };
    expect(() => renderText(template, context)).toThrow(expect.objectContaining({ code: "template.locale_mismatch" }));
  });
});
