import { notFound, unprocessable } from "../host/host-error.js";
import type { Json, JsonObject } from "../state/records.js";

/** Path, query and body of a request merged, as Rails does; values are cast as leniently as ActiveRecord casts them. */
export class Params {
  constructor(private readonly values: Readonly<Record<string, unknown>>) {}

  has(key: string): boolean {
    return key in this.values;
  }

  /** The nested hash of a wrapped body; Rails also wraps a flat one, so the flat values stand in for a missing wrapper. */
  wrapped(key: string): Params {
    const inner = this.values[key];
    return isObject(inner) ? new Params(inner) : this;
  }

  /** `params.require`: the sentence is Rails' own. */
  required(key: string): Params {
    const inner = this.values[key];
    if (!isObject(inner)) throw unprocessable(`param is missing or the value is empty: ${key}`);
    return new Params(inner);
  }

  text(key: string): string | undefined {
    const value = this.values[key];
    return value === undefined || value === null || typeof value === "object" ? undefined : String(value);
  }

  /** Like `text`, with null kept apart from absent: absent leaves a column alone, null empties it. */
  textOrNull(key: string): string | null | undefined {
    return this.values[key] === null ? null : this.text(key);
  }

  integer(key: string): number | undefined {
    const value = Number.parseInt(this.text(key) ?? "", 10);
    return Number.isNaN(value) ? undefined : value;
  }

  /** For ids in the path: anything but a number is a record that does not exist. */
  id(key: string): number {
    const value = this.integer(key);
    if (value === undefined) throw notFound();
    return value;
  }

  flag(key: string): boolean | undefined {
    const value = this.values[key];
    if (value === undefined || value === null || value === "") return undefined;
    return !(value === false || value === 0 || ["false", "f", "0", "off"].includes(String(value).toLowerCase()));
  }

  hash(key: string): JsonObject | undefined {
    const value = this.values[key];
    return isObject(value) ? (value as JsonObject) : undefined;
  }

  json(key: string): Json | undefined {
    return this.values[key] as Json | undefined;
  }

  list(key: string): Json[] | undefined {
    const value = this.values[key] ?? this.values[`${key}[]`];
    if (value === undefined || value === null) return undefined;
    return Array.isArray(value) ? (value as Json[]) : [value as Json];
  }

  texts(key: string): string[] | undefined {
    return this.list(key)?.map(String);
  }

  ids(key: string): number[] {
    return (this.list(key) ?? []).map(Number).filter(Number.isInteger);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
