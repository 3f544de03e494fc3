import { Injectable } from "@nestjs/common";
import { Clock } from "../../platform/clock/clock.js";
import type { Instant } from "../../shared/instant.js";
import { BlockedNumbers, PortfolioReader } from "../portfolio/index.js";
import { ContactBlockStore } from "./contact-block.store.js";
import { blockNews } from "./domain/block-news.js";
import { numberOf } from "./domain/whatsapp-id.js";
import type { HostPerson } from "./host-api.port.js";
import { HostConversationStore } from "./conversations/host-conversation.store.js";
import { HostEvents } from "./host-events.port.js";
import { SeenNumbers } from "./conversations/seen-numbers.service.js";

/** What was told of a contact, and where. */
export interface Sighting {
  readonly person: HostPerson;
  /** Numbers it has besides its own: those its conversations send to. */
  readonly numbers?: readonly string[];
  /** A conversation in which it was seen. */
  readonly conversationId?: number;
  /** A moment of which, or of a later one, this speaks; null when that is not known. */
  readonly at: Instant | null;
  /** When the contact was blocked, where the helpdesk tells. */
  readonly blockedAt?: Instant | null;
}

export interface Untold {
  readonly debtorId: number;
  readonly numberHash: string;
  readonly name: string;
  /** Public id. */
  readonly identifier: string;
}

/**
 * Keeps who is blocked in the helpdesk: it drops what such a contact writes, also a "stop", and goes on sending to it. Whatever tells of a contact
 * comes by here: webhooks of conversations and contacts, listings, and the contact itself when it is read. Everything in the caller's unit of
 * work. Of people Saldo knows nothing about nothing is kept.
 */
@Injectable()
export class ContactBlocks {
  constructor(
    private readonly store: ContactBlockStore,
    private readonly conversations: HostConversationStore,
    private readonly numbers: BlockedNumbers,
    private readonly portfolio: PortfolioReader,
    private readonly events: HostEvents,
    private readonly seen: SeenNumbers,
    private readonly clock: Clock,
  ) {}

  async saw(accountId: number, sighting: Sighting): Promise<void> {
    const { contactId, blocked } = sighting.person;
    if (blocked === null) return;
    const known = await this.store.of(accountId, contactId);
    const since = known.length === 0 ? null : Math.max(...known.map((row) => row.since));
    const news = blockNews({ blocked, at: sighting.at }, since);
    if (news === "block") await this.block(accountId, sighting);
    if (news === "unblock") await this.lift(accountId, contactId);
  }

  /** Also for a contact that is gone: whoever has its numbers is another one. */
  async lift(accountId: number, contactId: number): Promise<void> {
    const hashes = (await this.store.of(accountId, contactId)).map(({ numberHash }) => numberHash);
    await this.store.remove(accountId, contactId);
    const still = await this.store.stillBlocked(accountId, hashes);
    await this.numbers.unblock(
      accountId,
      hashes.filter((hash) => !still.has(hash)),
    );
  }

  /** Tells of the debtors behind a blocked contact who owe something and with whom there is a conversation, once a block. */
  async announce(accountId: number, contactId: number): Promise<void> {
    for (const { numberHash, since, calledAt } of await this.store.of(accountId, contactId)) {
      if (calledAt !== null) continue;
      const talks = await this.conversations.byDebtors(accountId, await this.owing(accountId, numberHash));
      if (talks.length === 0) continue;
      const debtorIds = [...new Set(talks.map((talk) => talk.debtorId))].sort((a, b) => a - b);
      await this.numbers.lockDebtors(accountId, debtorIds);
      for (const debtorId of debtorIds) await this.events.debtorBlocked(accountId, debtorId, since);
      await this.store.called(accountId, contactId, numberHash, this.clock.now());
    }
  }

  /** Debtors behind a blocked contact of whom nobody could be told, for want of a conversation: one for each number. */
  async untold(accountId: number, contactId: number): Promise<readonly Untold[]> {
    const found: Untold[] = [];
    for (const { numberHash, calledAt } of await this.store.of(accountId, contactId)) {
      const [debtorId] = calledAt === null ? await this.owing(accountId, numberHash) : [];
      if (debtorId === undefined) continue;
      const debtor = (await this.portfolio.debtors(accountId, [debtorId])).get(debtorId);
      const name = (await this.portfolio.names(accountId, [debtorId])).get(debtorId);
      if (debtor && name !== undefined) found.push({ debtorId, numberHash, name, identifier: debtor.publicId });
    }
    return found;
  }

  /** @param id a number with or without `+`; null for anything that is none */
  hashOf(accountId: number, id: string | null): string | null {
    const key = id === null ? null : numberOf(id.replace(/^\+/, ""));
    return key === null ? null : this.seen.hashOf(accountId, key);
  }

  private async owing(accountId: number, numberHash: string): Promise<readonly number[]> {
    const holders = await this.numbers.holders(accountId, [numberHash]);
    const debts = await this.portfolio.debts(accountId, holders);
    return holders.filter((id) => (debts.get(id) ?? []).some((debt) => debt.status === "open" && debt.balanceMinor > 0));
  }

  private async block(accountId: number, { person, numbers = [], conversationId, blockedAt }: Sighting): Promise<void> {
    const { contactId } = person;
    const named = [person.phone, ...numbers].flatMap((number) => this.hashOf(accountId, number) ?? []);
    const seen = await this.store.numbersOf(accountId, contactId, conversationId ?? null);
    const hashes = await this.numbers.known(accountId, [...new Set([...named, ...seen])]);
    if (hashes.length === 0) return;
    const since = blockedAt ?? this.clock.now();
    await this.store.add(accountId, contactId, hashes, since);
    await this.numbers.block(accountId, hashes, since);
    await this.announce(accountId, contactId);
  }
}
