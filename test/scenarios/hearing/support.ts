import type { Desk } from "../../support/desk.js";

/** What became of a debtor, by the number's owner in the file. */
export interface EndState {
  readonly optedOut: boolean;
  /** Reasons of the holds in force. */
  readonly holds: readonly string[];
  /** Reasons of the cases that are open. */
  readonly cases: readonly string[];
  /** Templates of the answers that went out. */
  readonly answers: readonly string[];
  readonly reminders: number;
}

/**
 * Everything Saldo did about each debtor, by external id.
 * @param answers `owed`: also those that were held back because the debtor had asked for no more by then
 */
export async function endStates(
  { db, account: { id: first }, clock }: Desk,
  { answers = "given", accountId = first }: { readonly answers?: "given" | "owed"; readonly accountId?: number } = {},
): Promise<Record<string, EndState>> {
  const debtors = await db.rows<{ id: number; externalId: string }>(
    "select id, external_id as externalId from debtor where account_id = ? order by external_id",
    [accountId],
  );
  const states: Record<string, EndState> = {};
  for (const { id, externalId } of debtors) {
    const texts = (sql: string, ...more: number[]) =>
      db.rows<{ text: string }>(sql, [accountId, id, ...more]).then((rows) => rows.map((row) => row.text).sort());
    const left = "intent_at is not null and state not in ('unsent', 'parked')";
    states[externalId] = {
      optedOut:
        (await db.row("select id from opt_out where account_id = ? and debtor_id = ? and ended_at is null", [accountId, id])) !== null,
      holds: await texts(
        "select reason as text from hold where account_id = ? and debtor_id = ? and released_at is null and (until_at is null or until_at > ?)",
        clock.now(),
      ),
      cases: await texts("select reason as text from escalation where account_id = ? and debtor_id = ? and closed_at is null"),
      answers: await texts(
        `select template as text from outbox_message where account_id = ? and debtor_id = ? and kind = 'reply'${answers === "given" ? ` and ${left}` : ""}`,
      ),
      reminders: (
        await texts(`select template as text from outbox_message where account_id = ? and debtor_id = ? and kind = 'cadence' and ${left}`)
      ).length,
    };
  }
  return states;
}

export const UNTOUCHED: EndState = { optedOut: false, holds: [], cases: [], answers: [], reminders: 0 };
