import type { Desk } from "../../support/desk.js";

/** Journal records of these types, oldest first: the type and what its payload says. */
export async function journalOf({ db, account }: Pick<Desk, "db" | "account">, ...types: string[]): Promise<Record<string, unknown>[]> {
  const marks = types.map(() => "?").join(", ");
  const rows = await db.rows<{ type: string; payload: string }>(
    `select type, payload from journal_record where account_id = ? and type in (${marks}) order by seq`,
    [account.id, ...types],
  );
  return rows.map(({ type, payload }) => ({ type, ...(JSON.parse(payload) as object) }));
}
