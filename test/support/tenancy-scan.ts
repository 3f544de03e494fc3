import { entities } from "../../server/entities.js";

/** Tables whose rows belong to an account, from the entities themselves: a new table is watched without being listed. */
const TENANT_TABLES = entities.filter((entity) => "accountId" in entity.meta.properties).map((entity) => entity.meta.tableName ?? "");

/**
 * Statements that may look across accounts, each with its reason. They read ids or delete what is over, and never return one tenant's
 * rows to another.
 */
const ACROSS: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  {
    pattern: /^create |^alter |^drop |^pragma |^show |mikro_orm_migrations|information_schema|sqlite_master|for each row signal/i,
    why: "schema",
  },
  {
    pattern: /\bfrom [`"]?session[`"]? .*token_hash|\b(update|delete from) [`"]?session[`"]? .*(token_hash|expires_at|id)/i,
    why: "a session is found by its secret, which decides the account",
  },
  { pattern: /\bfrom [`"]?api_key[`"]? .*key_hash/i, why: "an API key is found by its secret, which decides the account" },
];

/** Collects statements on tenant tables that do not name the account. */
export class TenancyScan {
  readonly offences = new Set<string>();
  seen = 0;

  readonly listen = (line: string): void => {
    const sql = line
      .replace(/^\[query\]\s*/, "")
      .replace(/\s*\[took .*$/s, "")
      .replace(/\s+/g, " ")
      .trim();
    this.seen++;
    if (/\baccount_id\b/.test(sql) || ACROSS.some(({ pattern }) => pattern.test(sql))) return;
    const table = TENANT_TABLES.find((name) => new RegExp(`\\b(from|join|into|update)\\s+[\`"]?${name}[\`"]?\\b`, "i").test(sql));
    if (table) this.offences.add(`${table}: ${sql.slice(0, 300)}`);
  };
}
