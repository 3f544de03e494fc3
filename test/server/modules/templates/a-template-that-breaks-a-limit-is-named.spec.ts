import { describe, expect, it } from "@jest/globals";
import { lintMessage } from "../../../../server/modules/templates/domain/lint.js";
import type { MessageTemplate } from "../../../../server/modules/templates/domain/message-template.js";
import { library } from "./support/library.js";
import { templateWith } from "./support/messages.js";

const { variables } = library.template("saldo_d1_30_reminder", "en");
const only = (...names: string[]) => variables.filter(({ name }) => names.includes(name));

const BROKEN: readonly (readonly [string, string, Partial<MessageTemplate> & { readonly source?: string }])[] = [
  ["form.body_blank", "body", { source: "", variables: [] }],
  ["form.body_too_long", "body", { source: `Hello {{name}} ${"word ".repeat(210)}end`, variables: only("name") }],
  ["form.body_spacing", "body", { source: "One\n\n\nTwo {{name}} three four", variables: only("name") }],
  ["form.body_spacing", "body", { source: "One    two {{name}} three four", variables: only("name") }],
  ["form.variable_at_edge", "body", { source: "{{name}}, this is a message", variables: only("name") }],
  ["form.variable_at_edge", "body", { source: "This is a message to {{name}}", variables: only("name") }],
  [
    "form.variables_adjacent",
    "body",
    { source: "This is for {{name}}{{creditor}} and some more words", variables: only("name", "creditor") },
  ],
  ["form.too_many_variables", "body", { source: "Hi {{name}} from {{creditor}} now.", variables: only("name", "creditor") }],
  ["form.variable_undeclared", "variables.surname", { source: "Hello dear {{surname}} how are you" }],
  ["form.variable_unused", "variables.amount", { source: "Hello dear {{name}} how are you" }],
  ["form.variable_helper", "variables.amount", { source: "You have {{amount}} to pay to us." }],
  ["form.variable_helper", "variables.name", { source: "Hello dear {{date name}} how are you" }],
  [
    "form.example_invalid",
    "variables.name",
    { source: "Hello dear {{name}} how are you", variables: [{ name: "name", type: "text", example: " " }] },
  ],
  ["form.header_length", "header", { header: "h".repeat(61) }],
  ["form.header_plain", "header", { header: "About {{1}}" }],
  ["form.footer_length", "footer", { footer: `STOP ${"f".repeat(60)}` }],
  ["form.button_count", "buttons", { buttons: ["pay_now"] }],
  ["form.button_count", "buttons", { buttons: ["pay_now", "question", "more_time", "opt_out"] }],
  ["form.button_duplicate", "buttons", { buttons: ["pay_now", "pay_now"] }],
  ["form.ttl", "ttlSeconds", { ttlSeconds: 2_592_000 }],
  ["form.name", "name", { name: "Reminder-1" }],
];

describe("the form lint", () => {
  it.each(BROKEN)("%s at %s: %#", (rule, field, change) => {
    expect(lintMessage(templateWith("en", change))).toContainEqual(expect.objectContaining({ rule, field, severity: "error" }));
  });
});
