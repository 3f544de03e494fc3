import type { SegmentCondition, SegmentRule } from "@/api/types";

/** A condition as it is edited: the condition, or its opposite. */
export interface ConditionRow {
  negate: boolean;
  condition: SegmentCondition;
}

/** Rows of which all or any must hold. A group stands only on the first level: deeper rules are not for a form. */
export interface RuleRows {
  match: "all" | "any";
  rows: (ConditionRow | { group: { match: "all" | "any"; rows: ConditionRow[] } })[];
}

export const isGroup = (row: RuleRows["rows"][number]): row is Extract<RuleRows["rows"][number], { group: unknown }> => "group" in row;

/** @returns null for a rule that was made through the interface and has more levels than the form shows */
export function rowsOf(rule: SegmentRule): RuleRows | null {
  const top = partsOf(rule);
  if (!top) {
    const row = rowOf(rule);
    return row && { match: "all", rows: [row] };
  }
  const rows: RuleRows["rows"] = [];
  for (const part of top.parts) {
    const inner = partsOf(part);
    if (!inner) {
      const row = rowOf(part);
      if (!row) return null;
      rows.push(row);
      continue;
    }
    const group = inner.parts.map(rowOf);
    if (group.some((row) => row === null)) return null;
    rows.push({ group: { match: inner.match, rows: group as ConditionRow[] } });
  }
  return { match: top.match, rows };
}

export function ruleOf({ match, rows }: RuleRows): SegmentRule {
  return joined(
    match,
    rows.map((row) => (isGroup(row) ? joined(row.group.match, row.group.rows.map(one)) : one(row))),
  );
}

const one = ({ negate, condition }: ConditionRow): SegmentRule => (negate ? { not: condition } : condition);
const joined = (match: "all" | "any", parts: SegmentRule[]): SegmentRule => (match === "all" ? { all: parts } : { any: parts });

function partsOf(rule: SegmentRule): { match: "all" | "any"; parts: SegmentRule[] } | null {
  if ("all" in rule) return { match: "all", parts: rule.all };
  if ("any" in rule) return { match: "any", parts: rule.any };
  return null;
}

function rowOf(rule: SegmentRule): ConditionRow | null {
  if ("attribute" in rule) return { negate: false, condition: rule };
  return "not" in rule && "attribute" in rule.not ? { negate: true, condition: rule.not } : null;
}
