import { Injectable } from "@nestjs/common";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import { WorkRows } from "../../platform/work/work-rows.js";
import { DomainError } from "../../shared/errors.js";
import { HOUR } from "../../shared/instant.js";
import { ContactBlockStore } from "./contact-block.store.js";
import { ContactBlocks } from "./contact-blocks.service.js";
import { Conversations } from "./conversations/conversations.service.js";
import { HostAccounts } from "./host-accounts.reader.js";
import { type HostAccess, HostApi, type HostContactCard } from "./host-api.port.js";
import { CONTACT_BLOCK } from "./host.tables.js";

/** Name of the job. */
const WORK = "host.blocks";
/** How long what was read of a blocked contact is believed: a word that it is blocked no longer may have been lost. */
const BELIEVED_MS = HOUR;
const CONTACTS_A_ROUND = 50;

/**
 * Reads blocked contacts again, all of a contact with its numbers, and sees to it that a person is called about those whom Saldo has no
 * conversation with. Speaks to the helpdesk.
 */
@Injectable()
export class BlockWatch {
  constructor(
    private readonly rows: WorkRows,
    private readonly accounts: HostAccounts,
    private readonly api: HostApi,
    private readonly blocks: ContactBlocks,
    private readonly store: ContactBlockStore,
    private readonly conversations: Conversations,
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async check(accountId: number): Promise<void> {
    const resting = await this.rows.resting(accountId, WORK, CONTACT_BLOCK);
    const unread = await this.store.unreadSince(accountId, this.clock.now() - BELIEVED_MS, CONTACTS_A_ROUND + resting.size);
    const contactIds = unread.filter((contactId) => !resting.has(contactId)).slice(0, CONTACTS_A_ROUND);
    if (contactIds.length === 0) return;
    const { inboxId } = await this.accounts.get(accountId);
    const access = await this.accounts.hostAccess(accountId);
    const subjectOf = (subjectId: number) => ({ subject: CONTACT_BLOCK, subjectId });
    await this.rows.each({ accountId, work: WORK, subjectOf }, contactIds, (contactId) => this.read(access, inboxId, contactId));
  }

  private async read(access: HostAccess, inboxId: number, contactId: number): Promise<void> {
    const { accountId } = access;
    const askedAt = this.clock.now();
    const card = await this.card(access, inboxId, contactId);
    await this.db.inUnitOfWork("host.blocks", async () => {
      if (card === null) await this.blocks.lift(accountId, contactId);
      else await this.blocks.saw(accountId, { person: card.person, numbers: card.whatsappIds, at: askedAt });
      await this.store.read(accountId, contactId, askedAt);
      await this.blocks.announce(accountId, contactId);
    });
    if (card) await this.meet(accountId, card);
  }

  /** Null when the contact is gone. */
  private async card(access: HostAccess, inboxId: number, contactId: number): Promise<HostContactCard | null> {
    try {
      return await this.api.contact(access, inboxId, contactId);
    } catch (error) {
      if (error instanceof DomainError && error.kind === "not_found") return null;
      throw error;
    }
  }

  /** A person is called in a conversation, and with these debtors there is none: one is made, and nothing is written to them in it. */
  private async meet(accountId: number, { person, whatsappIds }: HostContactCard): Promise<void> {
    const numbers = [person.phone, ...whatsappIds].filter((number) => number !== null);
    for (const { debtorId, numberHash, name, identifier } of await this.blocks.untold(accountId, person.contactId)) {
      const number = numbers.find((candidate) => this.blocks.hashOf(accountId, candidate) === numberHash);
      if (number === undefined) continue;
      await this.conversations.ensure(accountId, debtorId, { phone: `+${number.replace(/^\+/, "")}`, name, identifier });
    }
  }
}
