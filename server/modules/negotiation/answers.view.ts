import { Injectable } from "@nestjs/common";
import { WRITTEN_CHANNEL } from "../../shared/channel.js";
import type { Instant } from "../../shared/instant.js";
import { Database } from "../../platform/database/database.js";
import type { Account } from "../accounts/index.js";
import { type Conversation, Conversations, type HostConversationState, type HostMessage } from "../host/index.js";
import { MESSAGE_DEBT, OUTBOX_MESSAGE, type OutboxTables } from "../outbox/index.js";
import { OPT_OUT, type PolicyTables } from "../policy/index.js";
import { DEBTOR_LOOKUP, DebtorsStore, PAYABLE_HOLDS, PortfolioReader, type PortfolioTables } from "../portfolio/index.js";
import { TemplateCatalogue } from "../templates/index.js";
import type { MessageLanguage } from "../templates/rules.js";
import { type NumberTrace, type Writer, writerOf } from "./domain/writer.js";

/** One of our messages, and the debts it was about. */
export interface AnsweredMessage {
  readonly ref: string;
  readonly debtIds: readonly number[];
}

/** `linked`: the conversation is recorded as a debtor's. */
export type KnownWriter = Writer & { readonly linked: boolean };

/** What has to be known to understand an answer. Read in the unit of work that acts on it. */
@Injectable()
export class AnswersView {
  constructor(
    private readonly db: Database,
    private readonly conversations: Conversations,
    private readonly portfolio: PortfolioReader,
    private readonly debtors: DebtorsStore,
    private readonly catalogue: TemplateCatalogue,
  ) {}

  /**
   * Who writes in a conversation. Numbers count as much as our record of the conversation: where they disagree, or where somebody shares a
   * number, it is not sure.
   */
  async writer(accountId: number, message: Pick<HostMessage, "senderPhone">, conversation: HostConversationState): Promise<KnownWriter> {
    const known = await this.conversations.byConversationId(accountId, conversation.id);
    const spoken = await this.trace(accountId, this.hashOf(accountId, message.senderPhone ?? conversation.person?.phone ?? null));
    const bound = await this.bound(accountId, known, conversation);
    const linked = known?.debtorId ?? null;
    const writer = writerOf({ linked, spoken, bound });
    const debtors = await this.portfolio.debtors(accountId, writer.candidates);
    const candidates = writer.candidates.filter((id) => debtors.has(id));
    const debtor = writer.debtorId === null ? undefined : debtors.get(writer.debtorId);
    return { debtorId: debtor && !debtor.ambiguousNumber ? debtor.id : null, candidates, linked: known !== null };
  }

  /** Whose words a conversation may hold. */
  async debtorsOf(accountId: number, conversation: HostConversationState): Promise<readonly number[]> {
    return (await this.writer(accountId, {}, conversation)).candidates;
  }

  /** Whom a message in this conversation goes to: the debtor it is recorded for, and whoever has its number. */
  async addressees(accountId: number, conversation: HostConversationState): Promise<readonly number[]> {
    const known = await this.conversations.byConversationId(accountId, conversation.id);
    const bound = await this.bound(accountId, known, conversation);
    const number = bound ?? (await this.trace(accountId, this.hashOf(accountId, conversation.person?.phone ?? null)));
    return [...new Set([...(known ? [known.debtorId] : []), ...(number?.holders ?? [])])];
  }

  /** Holds the debtors until the commit, as everybody does who changes what may be sent to them. */
  async lock(accountId: number, debtorIds: readonly number[]): Promise<void> {
    await this.debtors.lock(accountId, debtorIds);
  }

  /** In which button titles are read and answers written. @param debtorId null while nobody knows who wrote */
  async languageFor(account: Account, debtorId: number | null): Promise<MessageLanguage> {
    const spoken = debtorId === null ? undefined : (await this.portfolio.debtors(account.id, [debtorId])).get(debtorId)?.language;
    const language = spoken === undefined ? null : this.catalogue.languageFor(spoken);
    return language ?? this.catalogue.languageFor(account.locale) ?? this.catalogue.languages()[0]!;
  }

  /** The languages of everybody it may have been. */
  async languagesOf(account: Account, { candidates }: Writer): Promise<ReadonlySet<MessageLanguage>> {
    const languages = new Set<MessageLanguage>();
    for (const debtorId of candidates) languages.add(await this.languageFor(account, debtorId));
    return languages;
  }

  /** Our message with this id in the helpdesk; null when it is somebody else's or went to another debtor. */
  async answered(accountId: number, debtorId: number, hostMessageId: number | null): Promise<AnsweredMessage | null> {
    if (hostMessageId === null) return null;
    // By the helpdesk's id alone: asked for a `ref` as well, SQLite takes the index that has every message with one.
    const message = await this.message(accountId, hostMessageId).select("ref").where("debtor_id", "=", debtorId).executeTakeFirst();
    if (!message || message.ref === null) return null;
    const about = this.db.typed<OutboxTables>().selectFrom(MESSAGE_DEBT).select("debt_id").where("account_id", "=", accountId);
    const debts = await about.where("message_id", "=", message.id).orderBy("debt_id").execute();
    return { ref: message.ref, debtIds: debts.map(({ debt_id }) => debt_id) };
  }

  /** Whether a message in the helpdesk is one of ours that lost its marker there (a retry by hand strips it). */
  async isOurs(accountId: number, hostMessageId: number): Promise<boolean> {
    return (await this.message(accountId, hostMessageId).executeTakeFirst()) !== undefined;
  }

  /** Whether the debtor owes something that is not on hold by itself; what is only promised or put off can be paid at once. */
  async owes(accountId: number, debtorId: number, now: Instant): Promise<boolean> {
    const debts = (await this.portfolio.debts(accountId, [debtorId])).get(debtorId) ?? [];
    const holds = (await this.portfolio.activeHolds(accountId, [debtorId], now)).get(debtorId) ?? [];
    const held = new Set(holds.filter((hold) => !PAYABLE_HOLDS.includes(hold.reason)).map((hold) => hold.debtId));
    return debts.some((debt) => debt.status === "open" && debt.balanceMinor > 0 && !held.has(debt.id));
  }

  /** Public id of the opt-out in force. */
  async optOutOf(accountId: number, debtorId: number): Promise<string | null> {
    const row = await this.db
      .typed<PolicyTables>()
      .selectFrom(OPT_OUT)
      .select("public_id")
      .where("account_id", "=", accountId)
      .where("debtor_id", "=", debtorId)
      .where("channel", "in", [WRITTEN_CHANNEL, "all"])
      .where("ended_at", "is", null)
      .orderBy("id")
      .limit(1)
      .executeTakeFirst();
    return row?.public_id ?? null;
  }

  private message(accountId: number, hostMessageId: number) {
    const messages = this.db.typed<OutboxTables>().selectFrom(OUTBOX_MESSAGE).select("id").where("account_id", "=", accountId);
    return messages.where("host_message_id", "=", hostMessageId);
  }

  /** As the helpdesk tells it now, else as it was last seen. */
  private async bound(accountId: number, known: Conversation | null, { sourceId }: HostConversationState): Promise<NumberTrace | null> {
    return this.trace(accountId, sourceId === null ? (known?.sourceIdHash ?? null) : this.hashOf(accountId, sourceId));
  }

  /** Null for a username's id, which is no number. */
  private hashOf(accountId: number, number: string | null): string | null {
    return number !== null && /^\+?\d+$/.test(number) ? this.portfolio.phoneHash(accountId, number) : null;
  }

  private async trace(accountId: number, hash: string | null): Promise<NumberTrace | null> {
    return hash === null ? null : { hash, holders: await this.holders(accountId, [hash]) };
  }

  /** Told apart here: SQLite would read a whole account's look-ups, which come in the order of debtors, rather than sort a handful. */
  private async holders(accountId: number, hashes: readonly string[]): Promise<number[]> {
    if (hashes.length === 0) return [];
    const phones = this.db.typed<PortfolioTables>().selectFrom(DEBTOR_LOOKUP).select("debtor_id").where("account_id", "=", accountId);
    const rows = await phones.where("kind", "=", "phone").where("hash", "in", hashes).execute();
    return [...new Set(rows.map(({ debtor_id }) => debtor_id))];
  }
}
