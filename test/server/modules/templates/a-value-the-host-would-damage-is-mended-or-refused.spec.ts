import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { bindParameters } from "../../../../server/modules/templates/domain/bind-parameters.js";
import { sampleContext } from "../../../../server/modules/templates/domain/fill-body.js";
import type { TemplateValue } from "../../../../server/modules/templates/domain/message-template.js";
import { parameterText } from "../../../../server/modules/templates/domain/parameter-text.js";
import { renderText } from "../../../../server/modules/templates/domain/render-text.js";
import { DomainError } from "../../../../server/shared/errors.js";
import { throughHost } from "./support/host-sanitiser.js";
import { library } from "./support/library.js";

const template = library.template("saldo_d1_30_reminder", "es");

function withValue(name: string, value: TemplateValue | undefined) {
  const sample = sampleContext(template);
  const { [name]: _, ...others } = sample.values;
  return { ...sample, values: value === undefined ? others : { ...others, [name]: value } };
}

describe("a value the host would damage", () => {
  it.each([
    ["D'Souza", "D\u2019Souza"],
    ['Muebles "El Roble"', "Muebles \u201cEl Roble\u201d"],
    ["A <B> C", "A \u2039B\u203a C"],
    ["  Ana\n\tMaría    Ruiz ", "Ana María Ruiz"],
    ["Ana\u202eaíraM\u200b", "AnaaíraM"],
    ["Jose\u0301", "José"],
  ])("%j arrives as %j", (value, arrives) => {
    expect(throughHost(bindParameters(template, withValue("name", value)))[0]).toBe(arrives);
  });

  it.each([
    ["name", "", "template.parameter_blank"],
    ["name", " \u200b\n", "template.parameter_blank"],
    ["creditor", "\u202e", "template.parameter_blank"],
    ["name", undefined, "template.value_missing"],
    ["name", "{{contact.email}}", "template.parameter_markup"],
    ["name", "{\u200b% assign %}", "template.parameter_markup"],
    ["name", "a".repeat(1_001), "template.parameter_too_long"],
    ["name", "a".repeat(900), "template.body_too_long"],
    ["name", 7, "template.value_invalid"],
    ["amount", [], "template.value_invalid"],
    ["amount", [{ minor: 1.5, currency: "COP" }], "template.value_invalid"],
    ["due_date", "2026-02-30", "template.value_invalid"],
    ["references", [], "template.value_invalid"],
    ["references", ["F-1", " "], "template.value_invalid"],
  ] as const)("%s = %j is refused: %#", (field, value, code) => {
    const refusal = refusalOf(() => bindParameters(template, withValue(field, value)));
    expect(refusal.code).toBe(code);
    expect(refusal.detail.field).toBe(code === "template.body_too_long" ? "body" : field);
    expect(refusal.detail.remedy).toMatch(/\.$/);
    expect(refusal.message).not.toContain("contact.email");
    expect(refusalOf(() => renderText(template, withValue(field, value))).code).toBe(code);
  });

  it("an inherited property is no value", () => {
    const context = { ...sampleContext(template), values: Object.create(sampleContext(template).values) as Record<string, TemplateValue> };
    expect(refusalOf(() => bindParameters(template, context)).code).toBe("template.value_missing");
  });

  it.each(["javascript:alert(1)", "https://pay.example/\u0430bc", "https://pay.example/a b", "pay.example"])("%s is no link", (link) => {
    const reply = library.reply("pay_link", "es");
    const sample = sampleContext(reply);
    const refusal = refusalOf(() => renderText(reply, { ...sample, values: { ...sample.values, link } }));
    expect(refusal).toMatchObject({ code: "template.value_invalid", detail: { field: "link" } });
  });

  it("once mended, a value stays as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const value = `a${text.replace(/[{}]/g, "")}`;
        const once = parameterText(value, "name");
        expect(parameterText(once, "name")).toBe(once);
        expect(once).not.toMatch(/[<>"'\n\t]|\s{2}/);
      }),
      { numRuns: 1_000, seed: 2 },
    );
  });
});

function refusalOf(act: () => unknown): DomainError {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error("Nothing was refused");
}
