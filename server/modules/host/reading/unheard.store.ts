import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import { HOUR, type Instant, MINUTE } from "../../../shared/instant.js";
import { HOST_CONVERSATION, UNHEARD_CONVERSATION } from "../host.tables.js";

/** Pauses before a conversation that could not be read is tried again; the last for good. */
const PAUSES = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR];

export interface Unheard {
  readonly conversationId: number;
  readonly readFrom: Instant;
  readonly attempts: number;
  readonly problem: string;
  readonly since: Instant;
}

/** Conversations that could not be read. Their debtors are not written to until they were; nobody else waits for them. */
@Injectable()
export class UnheardStore {
  constructor(private readonly db: Database) {}

  async failed(
    accountId: number,
    conversationId: number,
    debtorIds: readonly number[],
    { readFrom, problem, now }: { readFrom: Instant; problem: string; now: Instant },
  ): Promise<void> {
    const row = { account_id: accountId, conversation_id: conversationId, read_from: readFrom, since: now, attempts: 0, problem };
    await this.db.insertIgnore(
      UNHEARD_CONVERSATION,
      debtorIds.map((debtorId) => ({ ...row, debtor_id: debtorId, retry_at: now })),
    );
    const known = await this.db.row<{ attempts: number }>(
      `select max(attempts) as attempts from ${UNHEARD_CONVERSATION} where account_id = ? and conversation_id = ?`,
      [accountId, conversationId],
    );
    const attempts = (known?.attempts ?? 0) + 1;
    await this.db.run(
      `update ${UNHEARD_CONVERSATION} set attempts = ?, problem = ?, retry_at = ? where account_id = ? and conversation_id = ?`,
      [attempts, problem, now + PAUSES[Math.min(attempts, PAUSES.length) - 1]!, accountId, conversationId],
    );
  }

  async heard(accountId: number, conversationId: number): Promise<void> {
    await this.db.run(`delete from ${UNHEARD_CONVERSATION} where account_id = ? and conversation_id = ?`, [accountId, conversationId]);
  }

  all(accountId: number): Promise<Unheard[]> {
    return this.read(accountId, "", []);
  }

  due(accountId: number, now: Instant, limit: number): Promise<Unheard[]> {
    return this.read(accountId, `and retry_at <= ? order by retry_at limit ${limit}`, [now]);
  }

  /** Those of these debtors who may have written what nobody has read: in a conversation that could not be read, or before Saldo knew it. */
  async debtors(accountId: number, debtorIds: readonly number[]): Promise<Set<number>> {
    if (debtorIds.length === 0) return new Set();
    const list = debtorIds.map(() => "?").join(", ");
    const rows = await this.db.rows<{ id: number }>(
      `select debtor_id as id from ${UNHEARD_CONVERSATION} where account_id = ? and debtor_id in (${list})
        union select debtor_id from ${HOST_CONVERSATION} where account_id = ? and debtor_id in (${list}) and history_read_at is null`,
      [accountId, ...debtorIds, accountId, ...debtorIds],
    );
    return new Set(rows.map((row) => row.id));
  }

  private read(accountId: number, more: string, params: readonly number[]): Promise<Unheard[]> {
    return this.db.rows<Unheard>(
      `select distinct conversation_id as conversationId, read_from as readFrom, attempts, problem, since, retry_at
         from ${UNHEARD_CONVERSATION} where account_id = ? ${more}`,
      [accountId, ...params],
    );
  }
}
