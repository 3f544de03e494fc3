import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import { HOUR, type Instant, MINUTE } from "../../../shared/instant.js";
import { HOST_CONVERSATION, type HostTables, UNHEARD_CONVERSATION } from "../host.tables.js";

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
    const known = await this.unheard(accountId)
      .select(({ fn }) => fn.max("attempts").as("attempts"))
      .where("conversation_id", "=", conversationId)
      .executeTakeFirst();
    const attempts = (known?.attempts ?? 0) + 1;
    await this.db
      .typed<HostTables>()
      .updateTable(UNHEARD_CONVERSATION)
      .set({ attempts, problem, retry_at: now + PAUSES[Math.min(attempts, PAUSES.length) - 1]! })
      .where("account_id", "=", accountId)
      .where("conversation_id", "=", conversationId)
      .execute();
  }

  async heard(accountId: number, conversationId: number): Promise<void> {
    const unheard = this.db.typed<HostTables>().deleteFrom(UNHEARD_CONVERSATION).where("account_id", "=", accountId);
    await unheard.where("conversation_id", "=", conversationId).execute();
  }

  all(accountId: number): Promise<Unheard[]> {
    return this.read(accountId).execute();
  }

  due(accountId: number, now: Instant, limit: number): Promise<Unheard[]> {
    return this.read(accountId).where("retry_at", "<=", now).orderBy("retry_at").limit(limit).execute();
  }

  /** Those of these debtors who may have written what nobody has read: in a conversation that could not be read, or before Saldo knew it. */
  async debtors(accountId: number, debtorIds: readonly number[]): Promise<Set<number>> {
    if (debtorIds.length === 0) return new Set();
    const unread = this.db
      .typed<HostTables>()
      .selectFrom(HOST_CONVERSATION)
      .select("debtor_id as id")
      .where("account_id", "=", accountId)
      .where("debtor_id", "in", debtorIds)
      .where("history_read_at", "is", null);
    const unheard = this.unheard(accountId).select("debtor_id as id").where("debtor_id", "in", debtorIds);
    const rows = await unheard.union(unread).execute();
    return new Set(rows.map((row) => row.id));
  }

  private unheard(accountId: number) {
    return this.db.typed<HostTables>().selectFrom(UNHEARD_CONVERSATION).where("account_id", "=", accountId);
  }

  private read(accountId: number) {
    return this.unheard(accountId)
      .select(["conversation_id as conversationId", "read_from as readFrom", "attempts", "problem", "since", "retry_at"])
      .distinct();
  }
}
