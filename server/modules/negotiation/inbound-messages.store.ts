import { Injectable } from "@nestjs/common";
import type { Instant } from "../../shared/instant.js";
import { Clock } from "../../platform/clock/clock.js";
import { KeyRing } from "../../platform/crypto/key-ring.js";
import { Sealer } from "../../platform/crypto/seal.js";
import { Database } from "../../platform/database/database.js";
import type { HostMessage } from "../host/index.js";
import type { Meaning } from "./domain/interpret.js";
import { INBOUND_MESSAGE } from "./negotiation.tables.js";

@Injectable()
export class InboundMessagesStore {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly keys: KeyRing,
    private readonly sealer: Sealer,
  ) {}

  /** @returns whether it is new */
  async add(accountId: number, debtorId: number | null, message: HostMessage, meaning: Meaning, ref: string | null): Promise<boolean> {
    const added = await this.db.insertIgnore(INBOUND_MESSAGE, [
      {
        account_id: accountId,
        host_message_id: message.id,
        conversation_id: message.conversationId,
        debtor_id: debtorId,
        body_sealed: message.content === null ? null : await this.seal(accountId, debtorId, message.id, message.content),
        intent: meaning,
        in_reply_to: message.inReplyTo,
        ref,
        received_at: message.createdAt,
        handled_at: this.clock.now(),
      },
    ]);
    return added === 1;
  }

  /** When the debtor last wrote in the conversation, up to `at`. */
  async lastBefore(accountId: number, conversationId: number, at: Instant): Promise<Instant | null> {
    const row = await this.db.row<{ at: Instant | null }>(
      `select max(received_at) as at from ${INBOUND_MESSAGE} where account_id = ? and conversation_id = ? and received_at <= ?`,
      [accountId, conversationId, at],
    );
    return row?.at ?? null;
  }

  private async seal(accountId: number, debtorId: number | null, hostMessageId: number, text: string): Promise<string> {
    const key = await (debtorId === null ? this.keys.account(accountId) : this.keys.debtor(accountId, debtorId));
    return this.sealer.seal(key, { accountId, table: INBOUND_MESSAGE, column: "body_sealed", row: String(hostMessageId) }, text);
  }
}
