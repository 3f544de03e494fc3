import { Injectable } from "@nestjs/common";
import type { NotNull } from "kysely";
import { KeyRing } from "../../platform/crypto/key-ring.js";
import { type DataKey, Sealer } from "../../platform/crypto/seal.js";
import { Database } from "../../platform/database/database.js";
import { CaseWords } from "../escalations/index.js";
import { INBOUND_MESSAGE, type NegotiationTables } from "./negotiation.tables.js";

/** What debtors last wrote, for whoever works their cases. */
@Injectable()
export class DebtorWordsView extends CaseWords {
  constructor(
    private readonly db: Database,
    private readonly keys: KeyRing,
    private readonly sealer: Sealer,
  ) {
    super();
  }

  async latest(accountId: number, conversationIds: readonly number[]): Promise<Map<number, string>> {
    if (conversationIds.length === 0) return new Map();
    const messages = this.db.typed<NegotiationTables>().selectFrom(INBOUND_MESSAGE).where("account_id", "=", accountId);
    const newest = messages
      .select(({ fn }) => fn.max("id").as("id"))
      .where("conversation_id", "in", conversationIds)
      .where("body_sealed", "is not", null)
      .groupBy("conversation_id");
    const ids = (await newest.execute()).map(({ id }) => id);
    if (ids.length === 0) return new Map();
    const rows = await messages
      .select(["conversation_id as conversation", "debtor_id as debtorId", "host_message_id as message", "body_sealed as sealed"])
      .where("id", "in", ids)
      .$narrowType<{ sealed: NotNull }>()
      .execute();
    const debtorIds = [...new Set(rows.flatMap(({ debtorId }) => debtorId ?? []))];
    const keys = await this.keys.ofMany(accountId, "debtor", debtorIds);
    const own = rows.some(({ debtorId }) => debtorId === null) ? await this.keys.account(accountId) : undefined;
    return new Map(
      rows.flatMap(({ conversation, debtorId, message, sealed }) => {
        const text = this.opened(accountId, debtorId === null ? own : keys.get(debtorId), message, sealed);
        return text === null ? [] : [[conversation, text] as const];
      }),
    );
  }

  /** Null where its key is gone, or another than it was sealed with: it was erased. */
  private opened(accountId: number, key: DataKey | undefined, message: number, sealed: string): string | null {
    if (!key) return null;
    try {
      return this.sealer.open(key, { accountId, table: INBOUND_MESSAGE, column: "body_sealed", row: String(message) }, sealed);
    } catch {
      return null;
    }
  }
}
