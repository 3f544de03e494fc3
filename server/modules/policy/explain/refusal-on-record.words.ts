import type { Locale } from "../../../shared/locale.js";
import type { JsonObject, JsonValue } from "../../journal/rules.js";
import type { Decision, RuleResult } from "../domain/decision.js";
import { explain } from "./decision.words.js";

/**
 * Why the policy closed, with its article, from the decision a record carries (`payload.decision`, as the outbox digests it); null where
 * there is none or it allowed. The journal keeps the facts of the rule, so the sentence is that of the day, in any language.
 */
export function whyNot({ decision }: JsonObject, language: Locale): string | null {
  if (!isObject(decision)) return null;
  const closed = Array.isArray(decision["closed"]) ? (decision["closed"] as readonly JsonValue[]).filter(isObject) : [];
  const leading = closed.find(({ rule }) => rule === decision["leading"]) ?? closed[0];
  if (!leading || typeof leading["rule"] !== "string") return null;
  const [packId = "", ruleId = ""] = leading["rule"].split("/", 2);
  // Of a past decision only the rule that closed it is told, so the rest need not be rebuilt. A record does not keep whether that rule
  // would have opened again, so nothing is said of it.
  const rule = { ...leading, packId, ruleId, kind: "engine", opensAt: Number.MAX_SAFE_INTEGER } as unknown as RuleResult;
  const { why, article } = explain({ ...decision, packs: [], rules: [rule] } as unknown as Decision, language, zoneOf(decision));
  return [why, article].filter(Boolean).join(" ");
}

function zoneOf({ zones }: JsonObject): string {
  const [zone] = Array.isArray(zones) ? (zones as readonly JsonValue[]) : [];
  return typeof zone === "string" ? zone : "UTC";
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
