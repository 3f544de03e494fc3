import { DomainError } from "../../../shared/errors.js";
import { fillBody, sampleContext } from "./fill-body.js";
import type { LintFinding } from "./lint-finding.js";
import { foldTitle } from "./menu.js";
import { HELPER_OF, whatsAppName, type Message, type MessageTemplate } from "./message-template.js";

const HEADER_LIMIT = 60;
const FOOTER_LIMIT = 60;
/** WhatsApp takes 25 in a template but 20 in a free-form menu; one wording serves both. */
const TITLE_LIMIT = 20;
const NAME_LIMIT = 512;
/** WhatsApp takes 10; above 3 it hides the rest behind "See all options", and desktop shows none. */
const MAX_BUTTONS = 3;
/** WhatsApp refuses bodies with too many variables for their words (2388293) without publishing the ratio. */
const WORDS_PER_VARIABLE = 3;
/** Seconds; WhatsApp's range for UTILITY. Without one a "due on the 25th" may arrive a month later. */
const TTL = { min: 30, max: 43_200 };

/** Limits of WhatsApp and of the helpdesk that a text can break on its own. */
export function formLint(message: Message): readonly LintFinding[] {
  const shared = [...variableFindings(message), ...bodyFindings(message)];
  return message.kind === "template" ? [...shared, ...placementFindings(message), ...templateFindings(message)] : shared;
}

function variableFindings({ variables, body }: Message): LintFinding[] {
  const findings: LintFinding[] = [];
  const places = body.filter((segment) => segment.kind === "variable");
  for (const { name, helper } of places) {
    const spec = variables.find((variable) => variable.name === name);
    if (!spec) {
      findings.push(
        error(
          "form.variable_undeclared",
          `variables.${name}`,
          `"${name}" is used but not declared. Declare it with a type and an example.`,
        ),
      );
    } else if (HELPER_OF[spec.type] !== helper) {
      const written = HELPER_OF[spec.type] === null ? `{{${name}}}` : `{{${HELPER_OF[spec.type]} ${name}}}`;
      findings.push(error("form.variable_helper", `variables.${name}`, `"${name}" is of type ${spec.type}. Write ${written}.`));
    }
  }
  for (const { name } of variables) {
    if (places.some((place) => place.name === name)) continue;
    findings.push(error("form.variable_unused", `variables.${name}`, `"${name}" is declared but not used. Remove it.`));
  }
  return findings;
}

function bodyFindings(message: Message): LintFinding[] {
  const findings: LintFinding[] = [];
  const fixed = fixedText(message);
  if (fixed.trim() === "") findings.push(error("form.body_blank", "body", "The body has no text. Write one."));
  if (/\t| {4}|\n\n\n/.test(fixed) || fixed !== fixed.trim()) {
    findings.push(error("form.body_spacing", "body", "The body has a tab, four spaces, two empty lines or space at an end. Remove them."));
  }
  if (variableFindings(message).length > 0) return findings;
  try {
    fillBody(message, sampleContext(message));
  } catch (fault) {
    if (!(fault instanceof DomainError)) throw fault;
    const tooLong = fault.code === "template.body_too_long";
    const rule = tooLong ? "form.body_too_long" : "form.example_invalid";
    findings.push(error(rule, tooLong ? "body" : `variables.${fault.detail.field ?? ""}`, `With the examples: ${fault.message}`));
  }
  return findings;
}

/** WhatsApp's rules on where variables stand (2388299, INVALID_FORMAT, 2388293). */
function placementFindings({ body }: MessageTemplate): LintFinding[] {
  const findings: LintFinding[] = [];
  if (body.at(0)?.kind === "variable" || body.at(-1)?.kind === "variable") {
    findings.push(error("form.variable_at_edge", "body", "The body begins or ends with a variable. Put words before and after it."));
  }
  if (body.some((segment, index) => segment.kind === "variable" && body[index + 1]?.kind === "variable")) {
    findings.push(error("form.variables_adjacent", "body", "Two variables touch. Put words between them."));
  }
  const variables = body.filter(({ kind }) => kind === "variable").length;
  const words = body.flatMap((segment) => (segment.kind === "text" ? (segment.text.match(/[\p{L}\p{N}]+/gu) ?? []) : [])).length;
  if (words < variables * WORDS_PER_VARIABLE) {
    findings.push(
      error("form.too_many_variables", "body", `The body has ${words} words for ${variables} variables. Say more or use fewer variables.`),
    );
  }
  return findings;
}

function templateFindings(template: MessageTemplate): LintFinding[] {
  const { header, footer, buttons, language, ttlSeconds } = template;
  const findings: LintFinding[] = [];
  const name = whatsAppName(template);
  if (!/^[a-z0-9_]+$/.test(name) || name.length > NAME_LIMIT) {
    findings.push(error("form.name", "name", "WhatsApp names have lower-case letters, digits and _ only. Rename it."));
  }
  for (const [field, text, limit] of [
    ["header", header, HEADER_LIMIT],
    ["footer", footer, FOOTER_LIMIT],
  ] as const) {
    if (text === null) continue;
    if (text.trim() === "" || text.length > limit)
      findings.push(error(`form.${field}_length`, field, `The ${field} has ${text.length} characters. Use 1 to ${limit}.`));
    if (/[{}\n]/.test(text))
      findings.push(error(`form.${field}_plain`, field, `The ${field} is one line of plain text. Remove braces and new lines.`));
  }
  if (buttons.length < 2 || buttons.length > MAX_BUTTONS) {
    findings.push(error("form.button_count", "buttons", `There are ${buttons.length} buttons. Offer 2 or ${MAX_BUTTONS}.`));
  }
  const titles = buttons.map((intent) => language.buttons[intent]);
  const long = titles.find((title) => title.length > TITLE_LIMIT);
  if (long) findings.push(error("form.button_length", "buttons", `"${long}" has ${long.length} characters. Use at most ${TITLE_LIMIT}.`));
  if (new Set(titles.map(foldTitle)).size < titles.length) {
    findings.push(error("form.button_duplicate", "buttons", "Two buttons have the same title. Use each intent once."));
  }
  if (!Number.isSafeInteger(ttlSeconds) || ttlSeconds < TTL.min || ttlSeconds > TTL.max) {
    findings.push(
      error("form.ttl", "ttlSeconds", `The time to live is ${ttlSeconds} s. WhatsApp takes ${TTL.min} to ${TTL.max} for UTILITY.`),
    );
  }
  return findings;
}

function fixedText({ body }: Message): string {
  return body.map((segment) => (segment.kind === "text" ? segment.text : "x")).join("");
}

function error(rule: string, field: string, message: string): LintFinding {
  return { rule, severity: "error", field, message };
}
