import { describe, expect, it } from "@jest/globals";
import { approvalOf, sendability, type SubmittedTemplate } from "../../../../server/modules/templates/domain/approval.js";
import { toWhatsAppComponents } from "../../../../server/modules/templates/domain/whatsapp-components.js";
import { templateVersion } from "../../../../server/modules/templates/template-version.adapter.js";
import { library } from "./support/library.js";
import { templateWith } from "./support/messages.js";

const template = library.template("saldo_d31_90_reminder", "es");
const host: SubmittedTemplate = { status: "APPROVED", category: "UTILITY", components: toWhatsAppComponents(template) };

describe("sendability", () => {
  it("is given by WhatsApp's approval of this very text", () => {
    expect(sendability(template, host)).toEqual({ sendable: true });
    expect(sendability(template, { ...host, components: host.components.toReversed() })).toEqual({ sendable: true });
    expect(sendability(template, null)).toEqual({ sendable: false, reason: "not_submitted" });
    expect(sendability(template, { ...host, category: "MARKETING" })).toEqual({ sendable: false, reason: "category_changed" });
  });

  it.each([
    ["body", (text: string) => text.replace("{{3}}", "{{3}} ya")],
    ["footer", (text: string) => text.replace("BAJA", "STOP")],
  ])("is lost when somebody edits the %s in WhatsApp Manager", (part, edit) => {
    const components = host.components.map((component) =>
      component.type === part.toUpperCase() && component.text ? { ...component, text: edit(component.text) } : component,
    );
    expect(sendability(template, { ...host, components })).toEqual({ sendable: false, reason: "text_differs" });
  });

  it("is lost when a button is renamed, moved or gone", () => {
    const withButtons = (texts: readonly string[]) =>
      host.components.map((component) =>
        component.type === "BUTTONS" ? { type: "BUTTONS", buttons: texts.map((text) => ({ type: "QUICK_REPLY", text })) } : component,
      );
    for (const texts of [
      ["Pagar", "Plan de pagos", "Pedir más tiempo"],
      ["Plan de pagos", "Pagar ahora", "Pedir más tiempo"],
      ["Pagar ahora"],
    ]) {
      expect(sendability(template, { ...host, components: withButtons(texts) })).toEqual({ sendable: false, reason: "text_differs" });
    }
  });

  it.each([
    ["approved", "approved"],
    ["PENDING", "in_review"],
    ["IN_APPEAL", "in_review"],
    ["REJECTED", "rejected"],
    ["LIMIT_EXCEEDED", "rejected"],
    ["PAUSED", "paused"],
    ["ARCHIVED", "archived"],
    ["DISABLED", "dead"],
    ["PENDING_DELETION", "dead"],
    ["SOMETHING_NEW", "unknown"],
    ["constructor", "unknown"],
    ["", "unknown"],
  ])("status %j is %s", (status, approval) => {
    expect(approvalOf(status)).toBe(approval);
    expect(sendability(template, { ...host, status }).sendable).toBe(approval === "approved");
  });
});

describe("the version of a template", () => {
  it("stays while the words stay and changes with any word the debtor sees", () => {
    expect(templateVersion(template)).toMatch(/^v1-[0-9a-f]{12}$/);
    const base = templateWith("en", {});
    const changed = [
      templateWith("en", { footer: "Reply STOP to receive no more" }),
      templateWith("en", { header: "Your account" }),
      templateWith("en", { buttons: ["pay_now", "question", "remind_me"] }),
      templateWith("en", { source: "Hello, {{name}}. This is {{creditor}}." }),
    ];
    expect(templateVersion({ ...base, ttlSeconds: 60 })).toBe(templateVersion(base));
    expect(new Set([base, ...changed].map(templateVersion)).size).toBe(changed.length + 1);
  });
});
