import { FORBIDDEN_REASONS, type ForbiddenReason } from "./forbidden.js";
import type { LintFinding } from "./lint-finding.js";
import type { Message, MessageTemplate, SessionReply, VariableType } from "./message-template.js";
import { ACRONYMS, findPhrase, foldText } from "./wording.js";

interface Part {
  readonly field: "header" | "body" | "footer" | "buttons";
  readonly text: string;
}

const WHAT_TO_DO: Readonly<Record<ForbiddenReason, string>> = {
  threat: "sounds like a threat. State the fact and the ways out",
  court: "has the look of a court. Leave it to a letter that may say so",
  shame: "shames the debtor. Speak of the balance, not of the person",
  third_party: "brings in third parties. Speak to the debtor only",
  haste: "presses for haste. Give the date instead",
  why: "asks for the cause of the delay. Ask how the debtor wants to go on",
  promotion: "is promotion, which makes WhatsApp bill and treat the template as MARKETING. Offer it inside the conversation",
  familiar: "is familiar address. Use the polite form",
};

/** What a message must never say, and what a template must always say. */
export function wordingLint(message: Message): readonly LintFinding[] {
  const parts = partsOf(message);
  const findings = parts.flatMap((part) => [...forbiddenFindings(part, message), ...shoutingFindings(part, message)]);
  const specific = message.kind === "template" ? completenessFindings(message, parts) : discretionFindings(message, parts);
  return [...findings, ...specific];
}

function forbiddenFindings({ field, text }: Part, { language }: Message): LintFinding[] {
  const folded = foldText(text);
  return FORBIDDEN_REASONS.flatMap((reason) => {
    const phrase = findPhrase(folded, language.wording.forbidden[reason]);
    return phrase ? [finding("error", `wording.${reason}`, field, `"${phrase}" ${WHAT_TO_DO[reason]}.`)] : [];
  });
}

function shoutingFindings({ field, text }: Part, { language }: Message): LintFinding[] {
  const findings: LintFinding[] = [];
  const shouted = (text.match(/\p{Lu}{3,}/gu) ?? []).find((word) => word !== language.stop.word && !ACRONYMS.includes(word));
  if (shouted) findings.push(finding("error", "wording.capitals", field, `"${shouted}" is in capitals. Write it in lower case.`));
  if ((text.match(/!/g) ?? []).length > 1) {
    findings.push(finding("error", "wording.exclamation", field, "There is more than one exclamation mark. Use none."));
  }
  if (/\p{Extended_Pictographic}/u.test(text)) findings.push(finding("error", "wording.emoji", field, "There is an emoji. Use words."));
  return findings;
}

/** Who writes, what for, how much, by when, two ways out (the form lint counts buttons), a person, and how to stop. */
function completenessFindings(template: MessageTemplate, parts: readonly Part[]): LintFinding[] {
  const { language, variables, buttons } = template;
  const findings: LintFinding[] = [];
  const all = foldText(parts.map(({ text }) => text).join("\n"));
  if (!variables.some(({ name }) => name === "creditor")) {
    findings.push(
      finding("error", "wording.sender_missing", "body", "The message does not say for which creditor it writes. Use {{creditor}}."),
    );
  }
  for (const [type, rule, what] of [
    ["money", "amount_missing", "how much is owed"],
    ["date", "date_missing", "by when"],
    ["accounts", "reference_missing", "which account it is about"],
  ] as const satisfies readonly (readonly [VariableType, string, string])[]) {
    if (variables.some((variable) => variable.type === type)) continue;
    findings.push(finding("error", `wording.${rule}`, "body", `The message does not say ${what}. Use a variable of type ${type}.`));
  }
  if (!buttons.includes("talk_to_person") && !findPhrase(all, language.wording.person)) {
    findings.push(finding("error", "wording.person_missing", "body", "The message does not say how to reach a person. Say so."));
  }
  if (!buttons.includes("opt_out") && !findPhrase(all, [language.stop.word.toLowerCase()])) {
    findings.push(
      finding("error", "wording.stop_missing", "footer", `The message does not say how to stop. Name the word ${language.stop.word}.`),
    );
  }
  const interest = findPhrase(all, language.wording.interest);
  if (interest)
    findings.push(finding("warning", "wording.interest", "body", `"${interest}" is named. Keep it only if the contract charges it.`));
  return findings;
}

function discretionFindings({ disclosesDebt, language, variables }: SessionReply, parts: readonly Part[]): LintFinding[] {
  if (disclosesDebt) return [];
  const findings = parts.flatMap(({ field, text }) => {
    const hint = findPhrase(foldText(text), language.wording.debt);
    return hint
      ? [finding("error", "wording.discloses_debt", field, `"${hint}" hints at a debt, and a stranger may read it. Leave it out.`)]
      : [];
  });
  const revealing = variables.find(({ name }) => name !== "creditor");
  if (revealing) {
    findings.push(
      finding(
        "error",
        "wording.discloses_debt",
        `variables.${revealing.name}`,
        `"${revealing.name}" tells a stranger about the debtor. Remove it.`,
      ),
    );
  }
  return findings;
}

function partsOf(message: Message): readonly Part[] {
  const body: Part = { field: "body", text: message.body.map((segment) => (segment.kind === "text" ? segment.text : " 0 ")).join("") };
  if (message.kind === "reply") return [body];
  const { header, footer, buttons, language } = message;
  return [
    ...(header === null ? [] : [{ field: "header" as const, text: header }]),
    body,
    ...(footer === null ? [] : [{ field: "footer" as const, text: footer }]),
    { field: "buttons", text: buttons.map((intent) => language.buttons[intent]).join("\n") },
  ];
}

function finding(severity: LintFinding["severity"], rule: string, field: string, message: string): LintFinding {
  return { rule, severity, field, message };
}
