import { createHash } from "node:crypto";
import { entities } from "../../../server/entities.js";
import type { Database } from "../../../server/platform/database/database.js";

const TABLES = entities.map((entity) => ({ name: entity.meta.tableName ?? "", properties: entity.meta.properties }));
const TENANT_TABLES = TABLES.filter(({ properties }) => "accountId" in properties);

/** All accounts, said out loud: the scan of statements takes a missing account for a mistake. */
const allOf = ({ name, properties }: (typeof TABLES)[number]) =>
  `select * from ${name}${"accountId" in properties ? " where account_id >= 0" : ""}`;

/** A checksum of every table's rows of one account: what is equal before and after was not touched. */
export async function checksums(db: Database, accountId: number): Promise<Record<string, string>> {
  const sums: Record<string, string> = { account: sum(await db.rows("select * from account where id = ?", [accountId])) };
  for (const { name } of TENANT_TABLES) sums[name] = sum(await db.rows(`select * from ${name} where account_id = ?`, [accountId]));
  return sums;
}

/** The same for all accounts and the tables that belong to none; only what comes and goes by itself is left out. */
export async function allChecksums(db: Database): Promise<Record<string, string>> {
  const sums: Record<string, string> = {};
  for (const table of TABLES.filter(({ name }) => name !== "job_run")) sums[table.name] = sum(await db.rows(allOf(table)));
  return sums;
}

/** One public id of an account from every table that has some. */
export async function publicIds(db: Database, accountId: number): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (const { name, properties } of TENANT_TABLES) {
    const column = "publicId" in properties ? "public_id" : "recordId" in properties ? "record_id" : null;
    if (!column) continue;
    const row = await db.row<{ id: string }>(`select ${column} as id from ${name} where account_id = ? limit 1`, [accountId]);
    if (row) ids[name] = row.id;
  }
  return ids;
}

/** Everything the database holds, as one text, for searching. */
export async function dump(db: Database): Promise<string> {
  const texts: string[] = [];
  for (const table of TABLES) texts.push(JSON.stringify(await db.rows(allOf(table))));
  return texts.join("\n");
}

function sum(rows: readonly object[]): string {
  const lines = rows.map((row) => JSON.stringify(row)).sort();
  return `${rows.length}:${createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 16)}`;
}
