import { expect, test } from "@jest/globals";
import { bindParameters } from "../../../../server/modules/templates/domain/bind-parameters.js";
import { debtMessage } from "../../../../server/modules/templates/domain/debt-message.js";
import { renderText } from "../../../../server/modules/templates/domain/render-text.js";
import { throughHost } from "./support/host-sanitiser.js";
import { library } from "./support/library.js";

const debts = [{ reference: "FV-1.", balance: { minor: 100_00, currency: "BRL" }, dueDate: "2026-11-01" }];

for (const template of library.templates)
  test(`${template.name} in ${template.language.locale}`, () => {
    const facts = { locale: template.language.samples.locale, asOf: "2026-11-22", debts };
    const context = debtMessage({ ...facts, creditor: "Crédito Fácil Ltda.", name: "Ferraz e Filhos S.A." });
    const text = renderText(template, context);
    expect(text).not.toMatch(/\.\./);
    expect(text).toContain("Crédito Fácil Ltda");
    // What goes to WhatsApp is what stands here.
    for (const value of throughHost(bindParameters(template, context))) expect(text).toContain(value);
    const plain = renderText(template, debtMessage({ ...facts, creditor: "Crédito Fácil", name: "Ana…" }));
    expect(plain).toContain("Crédito Fácil");
  });
