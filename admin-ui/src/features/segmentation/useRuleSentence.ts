import { useI18n } from "vue-i18n";
import type { SegmentCondition, SegmentRule } from "@/api/types";
import { displayName } from "@/composables/displayName";
import { useFormat } from "@/composables/useFormat";
import { type Attribute, kindOf, rangeOf, valuesOf } from "./attributes";

/** Where a condition is not filled in yet. */
const OPEN = "…";

/** Rules in the reader's words: "Stage is 31–90 days and balance is at least COP 500,000". */
export function useRuleSentence() {
  const { t, locale } = useI18n();
  const { number, money } = useFormat();

  function word(attribute: Attribute, value: string): string {
    if (attribute === "stage") return t(`stage.${value}`);
    if (attribute === "customer_type") return t(`identity.kinds.${value}`);
    if (attribute === "employment") return t(`identity.employments.${value}`);
    if (attribute === "country") return displayName("region", value, locale.value) ?? value;
    return value;
  }

  function list(words: readonly string[], kind: "conjunction" | "disjunction"): string {
    return new Intl.ListFormat(locale.value, { type: kind }).format(words);
  }

  function bound(of: SegmentCondition, value: number): string {
    if (Number.isNaN(value)) return OPEN;
    const kind = kindOf(of.attribute);
    if (kind === "money" && "currency" in of) return money({ minor: value, currency: of.currency });
    return kind === "days" ? t("segments.days", { n: number(value) }, value) : number(value);
  }

  function range(of: SegmentCondition): string {
    const { min, max } = rangeOf(of);
    if (min !== undefined && max !== undefined) {
      return min === max
        ? t("segments.exactly", { value: bound(of, min) })
        : t("segments.between", { min: bound(of, min), max: bound(of, max) });
    }
    if (min !== undefined) return t("segments.atLeast", { value: bound(of, min) });
    return max === undefined ? OPEN : t("segments.atMost", { value: bound(of, max) });
  }

  function told(of: SegmentCondition, negate: boolean): string {
    const attribute = t(`segments.attributes.${of.attribute}`);
    const words = valuesOf(of).map((each) => word(of.attribute, each));
    const value = kindOf(of.attribute) === "choice" ? list(words, "disjunction") || OPEN : range(of);
    return t(negate ? "segments.isNot" : "segments.is", { attribute, value });
  }

  function sentence(rule: SegmentRule, inner = false): string {
    if ("attribute" in rule) return told(rule, false);
    if ("not" in rule) return "attribute" in rule.not ? told(rule.not, true) : t("segments.notAll", { rule: sentence(rule.not) });
    const parts = "all" in rule ? rule.all : rule.any;
    if (parts.length === 0) return t("segments.everything");
    const text = list(
      parts.map((part) => sentence(part, parts.length > 1)),
      "all" in rule ? "conjunction" : "disjunction",
    );
    return inner && parts.length > 1 ? `(${text})` : text;
  }

  return { sentence: (rule: SegmentRule) => capital(sentence(rule)), word };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
