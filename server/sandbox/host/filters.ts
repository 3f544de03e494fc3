import type { Json, JsonObject } from "../state/records.js";
import { unprocessable } from "./host-error.js";

/** A column of a filter: what it reads, and which operators the host allows on it. */
export interface FilterColumn<T> {
  readonly read: (row: T) => Json;
  readonly operators: readonly string[];
}

interface Condition<T> {
  readonly column: FilterColumn<T>;
  readonly operator: string;
  readonly values: readonly Json[];
  readonly joinedByOr: boolean;
}

export const EQUALITY = ["equal_to", "not_equal_to"] as const;
export const CONTAINING = [...EQUALITY, "contains", "does_not_contain"] as const;
export const PRESENCE = [...EQUALITY, "is_present", "is_not_present"] as const;
export const DATES = ["is_greater_than", "is_less_than", "days_before"] as const;

/** Turns the host's filter payload into a predicate; throws the host's own 422 for what it does not know. AND binds before OR. */
export function filterPredicate<T>(
  payload: readonly Json[],
  columns: Readonly<Record<string, FilterColumn<T>>>,
  custom: (key: string) => FilterColumn<T> | undefined,
  now: number,
): (row: T) => boolean {
  const conditions = payload.map((item): Condition<T> => {
    const hash = item !== null && typeof item === "object" && !Array.isArray(item) ? item : ({} as JsonObject);
    const key = String(hash["attribute_key"] ?? "");
    const operator = String(hash["filter_operator"] ?? "");
    const column = columns[key] ?? custom(key);
    if (!column) {
      throw unprocessable(
        `Invalid attribute key - [${key}]. The key should be one of [${Object.keys(columns).join(",")}] or a custom attribute defined in the account.`,
      );
    }
    if (!column.operators.includes(operator)) {
      throw unprocessable(`Invalid operator. The allowed operators for ${key} are [${column.operators.join(",")}].`);
    }
    const joint = hash["query_operator"] ?? null;
    if (joint !== null && !["AND", "OR"].includes(String(joint).toUpperCase())) {
      throw unprocessable('Query operator must be either "AND" or "OR".');
    }
    const given = hash["values"];
    const values = Array.isArray(given) ? given : given === undefined || given === null ? [] : [given];
    if (values.length === 0 && !operator.startsWith("is_")) {
      throw unprocessable(`Invalid value. The values provided for ${key} are invalid`);
    }
    return { column, operator, values, joinedByOr: String(joint).toUpperCase() === "OR" };
  });
  return (row) => {
    let group = true;
    for (const [index, condition] of conditions.entries()) {
      group = group && holds(condition, row, now);
      if (condition.joinedByOr && index < conditions.length - 1) {
        if (group) return true;
        group = true;
      }
    }
    return group;
  };
}

function holds<T>({ column, operator, values }: Condition<T>, row: T, now: number): boolean {
  const actual = column.read(row);
  const items = (Array.isArray(actual) ? actual : [actual]).map(comparable);
  const wanted = values.map(comparable);
  switch (operator) {
    case "equal_to":
      return items.some((item) => wanted.includes(item));
    case "not_equal_to":
      return !items.some((item) => wanted.includes(item));
    case "contains":
      return items.some((item) => wanted.some((value) => item.includes(value)));
    case "does_not_contain":
      return !items.some((item) => wanted.some((value) => item.includes(value)));
    case "starts_with":
      return items.some((item) => wanted.some((value) => item.startsWith(value)));
    case "is_present":
      return items.some((item) => item !== "");
    case "is_not_present":
      return items.every((item) => item === "");
    case "days_before":
      return Number(actual) < now - Number(values[0]) * 86_400_000;
    default: {
      const limit = typeof values[0] === "string" ? Date.parse(values[0]) : Number(values[0]);
      return operator === "is_greater_than" ? Number(actual) > limit : Number(actual) < limit;
    }
  }
}

function comparable(value: Json): string {
  return value === null ? "" : String(value).toLowerCase();
}
