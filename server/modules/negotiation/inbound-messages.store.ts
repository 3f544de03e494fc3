import { Injectable } from "@nestjs/common";
import type { Selectable } from "kysely";
import type { Instant } from "../../shared/instant.js";
import { Clock } from "../../platform/clock/clock.js";
import { KeyRing } from "../../platform/crypto/key-ring.js";
import { type DataKey, Sealer, type SealPlace } from "../../platform/crypto/seal.js";
import { Database } from "../../platform/database/database.js";
import type { HostMessage } from "../host/index.js";
import type { Meaning } from "./domain/interpret.js";
import { INBOUND_MESSAGE, type NegotiationTables } from "./negotiation.tables.js";

type KeptMessage = Readonly<Pick<Selectable<NegotiationTables["inbound_message"]>, "debtor_id" | "body_sealed">>;

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

  /**
   * The text a known message has now, when it is another than was read: kept from now on. In the caller's unit of work.
   * @param meaning of the text it has now
   * @returns whether text and meaning are new
   */
  async changed(accountId: number, { id, content }: HostMessage, meaning: Meaning): Promise<boolean> {
    const kept = this.messages(accountId).select(["id", "debtor_id", "body_sealed", "intent"]).where("host_message_id", "=", id);
    const row = await this.db.held(kept).executeTakeFirst();
    if (!row || content === null || row.intent === meaning || (await this.open(accountId, row, id)) === content) return false;
    const sealed = await this.seal(accountId, row.debtor_id, id, content);
    await this.tables
      .updateTable(INBOUND_MESSAGE)
      .set({ body_sealed: sealed, intent: meaning })
      .where("account_id", "=", accountId)
      .where("id", "=", row.id)
      .execute();
    return true;
  }

  /** When the debtor last wrote in the conversation, up to `at`. */
  async lastBefore(accountId: number, conversationId: number, at: Instant): Promise<Instant | null> {
    const row = await this.messages(accountId)
      .select(({ fn }) => fn.max<number | null>("received_at").as("at"))
      .where("conversation_id", "=", conversationId)
      .where("received_at", "<=", at)
      .executeTakeFirst();
    return row?.at ?? null;
  }

  private messages(accountId: number) {
    return this.tables.selectFrom(INBOUND_MESSAGE).where("account_id", "=", accountId);
  }

  private get tables() {
    return this.db.typed<NegotiationTables>();
  }

  private async seal(accountId: number, debtorId: number | null, hostMessageId: number, text: string): Promise<string> {
    return this.sealer.seal(await this.key(accountId, debtorId), place(accountId, hostMessageId), text);
  }

  private async open(accountId: number, { debtor_id, body_sealed }: KeptMessage, hostMessageId: number): Promise<string | null> {
    return body_sealed === null
      ? null
      : this.sealer.open(await this.key(accountId, debtor_id), place(accountId, hostMessageId), body_sealed);
  }

  private key(accountId: number, debtorId: number | null): Promise<DataKey> {
    return debtorId === null ? this.keys.account(accountId) : this.keys.debtor(accountId, debtorId);
  }
}

function place(accountId: number, hostMessageId: number): SealPlace {
  return { accountId, table: INBOUND_MESSAGE, column: "body_sealed", row: String(hostMessageId) };
}
