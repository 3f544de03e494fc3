import type { StageId } from "../../../shared/stage.js";
import { stageOf } from "../../portfolio/rules.js";
import { addDays } from "../../../shared/calendar.js";
import type { CadenceBody, CadenceStep } from "./cadence.js";

/** One thing wrong with a cadence. Errors keep it from being published; warnings are shown to whoever publishes it. */
export interface CadenceFinding {
  /** Stable: the key of the translated sentence. */
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly step: string | null;
  /** `steps`, `segment`, `exits`, or a field of the step. */
  readonly field: string | null;
  readonly message: string;
  readonly remedy: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What is known of a template of the library, over its languages. */
export interface TemplateFacts {
  readonly stage: StageId;
  /** Languages of the library that lack it. */
  readonly missing: readonly string[];
  /** Languages in which WhatsApp does not let it be sent, and why. */
  readonly blocked: readonly { readonly language: string; readonly reason: string }[];
  readonly languages: readonly string[];
  readonly lint: readonly {
    readonly language: string;
    readonly rule: string;
    readonly severity: "error" | "warning";
    readonly message: string;
  }[];
}

export interface FindingContext {
  readonly templates: ReadonlyMap<string, TemplateFacts>;
  /** Stages the segment can hold, null when it speaks of none; `missing` when there is no such segment. */
  readonly segment: "missing" | readonly StageId[] | null;
  /** Ids of steps whose condition is no rule, with what is wrong. */
  readonly badConditions: ReadonlyMap<string, string>;
}

/** Two messages nearer than this are more than restraint allows, whatever the law of the place. */
const LEAST_DAYS_APART = 3;

/** Everything that is wrong with a body, step by step: what is proven here needs no proof when a message falls due. */
export function findingsIn(body: CadenceBody, context: FindingContext): CadenceFinding[] {
  const steps = body.steps.toSorted((a, b) => a.offsetDays - b.offsetDays);
  return [
    ...ownFindings(body, context),
    ...steps.flatMap((step, index) => [...dayFindings(step, steps[index + 1]), ...stepFindings(step, context)]),
  ];
}

function ownFindings(body: CadenceBody, { segment }: FindingContext): CadenceFinding[] {
  const findings: CadenceFinding[] = [];
  if (body.steps.length === 0) findings.push(error("no_steps", null, "steps", "The cadence has no steps.", "Add at least one step."));
  if (segment === "missing") {
    const params = { segment: body.segment ?? "" };
    findings.push(error("segment_missing", null, "segment", "Its segment does not exist any more.", "Choose another segment.", params));
  }
  for (const id of twice(body.steps.map((step) => step.id)))
    findings.push(error("step_twice", id, "id", `Two steps have the id ${id}.`, "Remove one of them and add it anew."));
  for (const currency of twice(body.exits.smallBalance.map((amount) => amount.currency))) {
    const remedy = "Keep one amount a currency.";
    findings.push(error("exit_currency_twice", null, "exits", `There are two small balances in ${currency}.`, remedy, { currency }));
  }
  return findings;
}

function dayFindings(step: CadenceStep, next: CadenceStep | undefined): CadenceFinding[] {
  if (!next) return [];
  const params = { day: step.offsetDays, next: next.offsetDays, other: next.name, grace: step.graceDays };
  const apart = next.offsetDays - step.offsetDays;
  if (apart === 0)
    return [error("same_day", next.id, "offsetDays", "Two steps stand on the same day.", "Move one of them to another day.", params)];
  const findings: CadenceFinding[] = [];
  if (apart <= step.graceDays) {
    const message = "The days of grace reach the next step, which then takes the place of this one.";
    findings.push(warning("grace_overlaps", step.id, "graceDays", message, `Give it at most ${apart - 1} days of grace.`, params));
  }
  if (apart < LEAST_DAYS_APART && step.offsetDays >= 0) {
    const message = `The next step comes only ${apart} days later.`;
    findings.push(warning("too_close", next.id, "offsetDays", message, `Leave at least ${LEAST_DAYS_APART} days between two.`, params));
  }
  return findings;
}

function stepFindings(step: CadenceStep, context: FindingContext): CadenceFinding[] {
  const findings: CadenceFinding[] = [];
  const stage = stageOfDay(step.offsetDays);
  const bad = context.badConditions.get(step.id);
  if (bad !== undefined)
    findings.push(error("condition_invalid", step.id, "condition", bad, "Build the condition again.", { problem: bad }));
  if (Array.isArray(context.segment) && !(context.segment as readonly StageId[]).includes(stage)) {
    const message = "The segment holds no debt of that day: the step would never come.";
    findings.push(
      error("outside_segment", step.id, "offsetDays", message, "Move the step into the segment's days.", { day: step.offsetDays }),
    );
  }
  const template = context.templates.get(step.template);
  if (!template) {
    const params = { template: step.template };
    const message = `There is no template ${step.template}.`;
    return [...findings, error("template_missing", step.id, "template", message, "Choose a template of the library.", params)];
  }
  return [...findings, ...templateFindings(step, stage, template)];
}

function templateFindings(step: CadenceStep, stage: StageId, facts: TemplateFacts): CadenceFinding[] {
  const findings: CadenceFinding[] = [];
  const at = (severity: CadenceFinding["severity"], code: string, message: string, remedy: string, params: CadenceFinding["params"]) =>
    findings.push({ code, severity, step: step.id, field: "template", message, remedy, params: { template: step.template, ...params } });
  if (facts.missing.length > 0) {
    const languages = facts.missing.join(", ");
    const remedy = "Add the missing language to the library.";
    at("error", "template_language_missing", `The template has no text in ${languages}.`, remedy, { languages });
  }
  const moved = facts.blocked.filter(({ reason }) => reason === "category_changed").map(({ language }) => language);
  if (moved.length > 0) {
    const message = `WhatsApp moved the template to another category in ${moved.join(", ")}: it counts as promotion.`;
    at("error", "promotion", message, "Reword it without any offer and submit it again.", { languages: moved.join(", ") });
  }
  const waiting = facts.blocked.filter(({ reason }) => reason !== "category_changed");
  if (waiting.length > 0) {
    const languages = waiting.map(({ language }) => language).join(", ");
    const nowhere = facts.blocked.length === facts.languages.length;
    const message = `WhatsApp does not let the template be sent in ${languages}.`;
    const remedy = nowhere ? "Have it approved in at least one language." : "Messages in that language wait until it is approved.";
    at(nowhere ? "error" : "warning", "template_not_approved", message, remedy, { languages });
  }
  if (facts.stage !== stage) {
    const message = "The words of the template are for debts of another age.";
    at("warning", "template_stage", message, "Choose a template of the step's own stage.", { stage, templateStage: facts.stage });
  }
  for (const { language, rule, severity, message } of facts.lint)
    at(severity, "lint", message, "Correct the words of the template.", { rule, language });
  return findings;
}

/** The stage a debt is in on the step's day; any date serves. */
function stageOfDay(offsetDays: number): StageId {
  return stageOf("2026-01-01", addDays("2026-01-01", offsetDays));
}

function twice(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

function error(
  code: string,
  step: string | null,
  field: string,
  message: string,
  remedy: string,
  params: CadenceFinding["params"] = {},
): CadenceFinding {
  return { code, severity: "error", step, field, message, remedy, params };
}

function warning(...[code, step, field, message, remedy, params = {}]: Parameters<typeof error>): CadenceFinding {
  return { code, severity: "warning", step, field, message, remedy, params };
}
