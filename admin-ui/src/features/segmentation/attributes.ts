import type { SegmentCondition } from "@/api/types";

export type Attribute = SegmentCondition["attribute"];
export type Kind = "choice" | "days" | "count" | "money";

/** In the order in which one thinks of them: the debt, the debtor, what happened. */
export const ATTRIBUTES: readonly { name: Attribute; kind: Kind; group: "debt" | "debtor" | "past" }[] = [
  { name: "stage", kind: "choice", group: "debt" },
  { name: "days_past_due", kind: "days", group: "debt" },
  { name: "balance", kind: "money", group: "debt" },
  { name: "currency", kind: "choice", group: "debt" },
  { name: "product", kind: "choice", group: "debt" },
  { name: "instalment", kind: "money", group: "debt" },
  { name: "credit_age_days", kind: "days", group: "debt" },
  { name: "owed", kind: "money", group: "debtor" },
  { name: "customer_type", kind: "choice", group: "debtor" },
  { name: "employment", kind: "choice", group: "debtor" },
  { name: "country", kind: "choice", group: "debtor" },
  { name: "reply_age_days", kind: "days", group: "past" },
  { name: "replies_30d", kind: "count", group: "past" },
  { name: "payments_90d", kind: "count", group: "past" },
  { name: "promises_kept", kind: "count", group: "past" },
  { name: "promises_broken", kind: "count", group: "past" },
];

export const kindOf = (name: Attribute): Kind => ATTRIBUTES.find((attribute) => attribute.name === name)?.kind ?? "count";

/** Where every list of values is short and the same for everybody. */
export const FIXED: Readonly<Partial<Record<Attribute, readonly string[]>>> = {
  stage: ["pre_due", "due", "d1_30", "d31_90", "d91_plus"],
  customer_type: ["person", "company"],
  employment: ["employed", "self_employed", "retired", "unemployed", "student", "other"],
};

/** A condition to begin with; what it lacks is asked for by its row. */
export function emptyCondition(name: Attribute, currency: string): SegmentCondition {
  switch (kindOf(name)) {
    case "choice":
      return { attribute: name, in: [] } as unknown as SegmentCondition;
    case "money":
      return { attribute: name, currency } as SegmentCondition;
    case "days":
    case "count":
      return { attribute: name } as SegmentCondition;
  }
}

export const valuesOf = (condition: SegmentCondition): readonly string[] => ("in" in condition ? condition.in : []);
export const rangeOf = (condition: SegmentCondition): { min?: number | undefined; max?: number | undefined } =>
  "in" in condition ? {} : { min: condition.min, max: condition.max };

/** What is still to be filled in before the condition says something; a key of the catalogue. `unread`: a bound is no number. */
export function flawOf(condition: SegmentCondition): "choose" | "bound" | "order" | "unread" | undefined {
  if ("in" in condition) return condition.in.length === 0 ? "choose" : undefined;
  const { min, max } = condition;
  if (min === undefined && max === undefined) return "bound";
  if (Number.isNaN(min) || Number.isNaN(max)) return "unread";
  return min !== undefined && max !== undefined && min > max ? "order" : undefined;
}
