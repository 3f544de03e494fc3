import { type RawBuilder, sql, type SqlBool } from "kysely";
import type { SqlValue } from "./dialect.js";

/** A piece of SQL with `?` for each of its parameters, in order. */
export interface Fragment {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

/**
 * A piece that was put together as text, inside a typed statement: a condition of rules that people write. It has no question mark but those
 * that stand for parameters.
 * @throws Error where their numbers differ
 */
export function fragment<Value = SqlBool>({ sql: text, params }: Fragment): RawBuilder<Value> {
  const parts = text.split("?");
  if (parts.length !== params.length + 1)
    throw new Error(`A piece of SQL asks for ${parts.length - 1} parameters and has ${params.length}`);
  return sql<Value>(Object.assign(parts, { raw: parts }), ...params);
}
