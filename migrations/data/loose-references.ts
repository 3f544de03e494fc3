import { looseKey1 } from "./loose-key-1.js";

/** Runs one statement at once. */
type Execute = (sql: string, params?: (string | number)[]) => Promise<Record<string, unknown>[]>;

/** Of an update by cases the server looks at half of a chunk for each row of it. */
const AT_ONCE = 250;

const COLUMNS = [
  ["debtor", "external_id", "loose_external_id"],
  ["debt", "reference", "loose_reference"],
  ["payment", "claimed_reference", "loose_reference"],
  ["payment", "claimed_debtor", "loose_debtor"],
] as const;

/** Writes the loose keys of what is there already, by ranges of row ids. One that was cut short goes on where it stopped. */
export async function fillLooseReferences(execute: Execute): Promise<void> {
  for (const [table, name, key] of COLUMNS) {
    for (let last = 0; ;) {
      const rows = (await execute(
        `select id, account_id, ${name} as name from ${table} where id > ? and ${name} is not null and ${key} is null order by id limit ${AT_ONCE}`,
        [last],
      )) as { id: number | string; account_id: number | string; name: string }[];
      if (rows.length === 0) break;
      const marks = (some: readonly unknown[]) => some.map(() => "?").join(", ");
      const ids = rows.map((row) => Number(row.id));
      const accounts = [...new Set(rows.map((row) => Number(row.account_id)))];
      await execute(
        `update ${table} set ${key} = case id ${rows.map(() => "when ? then ?").join(" ")} end where account_id in (${marks(accounts)}) and id in (${marks(ids)})`,
        [...rows.flatMap((row) => [Number(row.id), looseKey1(row.name)]), ...accounts, ...ids],
      );
      last = ids.at(-1)!;
    }
  }
}
