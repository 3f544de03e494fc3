import type { z } from "zod";
import type { FieldProblem } from "../../contract/common.contract.js";

type Raw = Parameters<z.core.$ZodErrorMap>[0];
type Params = Readonly<Record<string, string | number>>;

/** What is wrong with one part of the input: a code that the panel has words for, and ours in English for programs. No library's words leave. */
export interface InputProblem {
  readonly field: string;
  readonly message: string;
  readonly problem: FieldProblem;
  readonly params?: Params;
}

const WORDS: Readonly<Record<FieldProblem, string>> = {
  missing: "is missing",
  wrong_kind: "is not of the kind that belongs here",
  number: "is no number",
  whole_number: "is no whole number",
  too_short: "has fewer than {least} characters",
  too_long: "has more than {most} characters",
  too_few: "has fewer than {least} entries",
  too_many: "has more than {most} entries",
  too_low: "is below {least}",
  too_high: "is above {most}",
  web_address: "is no web address that begins with http:// or https://",
  date: "is no date such as 2026-11-25",
  instant: "is no instant such as 2026-11-25T15:42:00Z",
  id: "is no id of Saldo",
  choice: "is none of what can be chosen here",
  form: "does not have the form that is asked for",
  unknown_part: "has a part that is not known here",
  not_accepted: "is not accepted",
};

const FORMATS: Readonly<Record<string, FieldProblem>> = { url: "web_address", date: "date", datetime: "instant", uuid: "id", guid: "id" };

/** The words for an issue that the schema itself has none for. Given to zod with each parse. */
export function issueWords(issue: Raw): string {
  const { problem, params } = problemOf(issue);
  return WORDS[problem].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name]));
}

/** @param where what is said of the whole: "query" or "body" */
export function inputProblem(issue: z.core.$ZodIssue, where: string): InputProblem {
  const { problem, params } = problemOf(issue);
  const field = issue.path.length > 0 ? issue.path.join(".") : where;
  return { field, message: issue.message, problem, ...(Object.keys(params).length > 0 ? { params } : {}) };
}

function problemOf(issue: Raw | z.core.$ZodIssue): { problem: FieldProblem; params: Params } {
  switch (issue.code) {
    case "invalid_type":
      return bare(typeProblem(issue));
    case "too_small":
      return sized(issue.origin, Number(issue.minimum), true);
    case "too_big":
      return sized(issue.origin, Number(issue.maximum), false);
    case "invalid_format":
      return bare(FORMATS[issue.format ?? ""] ?? "form");
    case "invalid_value":
      return bare("choice");
    case "unrecognized_keys":
      return bare("unknown_part");
    case "invalid_union":
      return bare("form");
    default:
      return bare("not_accepted");
  }
}

function typeProblem(issue: Raw | z.core.$ZodIssue): FieldProblem {
  const { expected, input } = issue as { expected?: string; input?: unknown };
  if (input === undefined || input === "") return "missing";
  if (expected === "int") return "whole_number";
  return expected === "number" ? "number" : "wrong_kind";
}

function sized(origin: string, bound: number, low: boolean): { problem: FieldProblem; params: Params } {
  const params: Params = low ? { least: bound } : { most: bound };
  if (origin === "string") {
    if (low && bound === 1) return bare("missing");
    return { problem: low ? "too_short" : "too_long", params };
  }
  if (origin === "array" || origin === "set") return { problem: low ? "too_few" : "too_many", params };
  return { problem: low ? "too_low" : "too_high", params };
}

function bare(problem: FieldProblem): { problem: FieldProblem; params: Params } {
  return { problem, params: {} };
}
