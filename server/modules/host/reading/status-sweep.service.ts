import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import { Logger } from "../../../platform/observability/logger.js";
import { AccountRounds } from "../../../platform/work/account-rounds.js";
import { concernsAll } from "../../../platform/work/concerns-all.js";
import { WorkRows } from "../../../platform/work/work-rows.js";
import { HostAccounts } from "../host-accounts.reader.js";
import type { HostAccess } from "../host-api.port.js";
import type { HostConversationRow } from "../conversations/host-conversation.entity.js";
import { HostConversationStore } from "../conversations/host-conversation.store.js";
import { HOST_CONVERSATION } from "../host.tables.js";
import { PendingStatuses } from "../pending-statuses.port.js";
import { StatusReading } from "./status-reading.service.js";

/** Names of the work. */
const SWEEP = "host.sweep";
const REREAD = "reread";
const SWEEP_LIMIT = 500;
const REREAD_LIMIT = 100;

/** Reads from the helpdesk the statuses that its webhooks lost or did not tell. A conversation that cannot be read costs only itself. */
@Injectable()
export class StatusSweep {
  constructor(
    private readonly rounds: AccountRounds,
    private readonly rows: WorkRows,
    private readonly accounts: HostAccounts,
    private readonly store: HostConversationStore,
    private readonly statuses: StatusReading,
    private readonly pending: PendingStatuses,
    private readonly db: Database,
    private readonly logger: Logger,
  ) {}

  /** Statuses of our messages that no webhook brought to their end. What could not be read is announced, for `rereadAnnounced` to go on with. */
  async sweepStatuses(): Promise<void> {
    await this.rounds.forEachAccount(SWEEP, async (accountId) => {
      const access = await this.accounts.hostAccess(accountId);
      const lowest = new Map<number, number>();
      for (const { conversationId, hostMessageId } of await this.pending.pending(accountId, SWEEP_LIMIT)) {
        lowest.set(conversationId, Math.min(hostMessageId, lowest.get(conversationId) ?? hostMessageId));
      }
      await this.sweep(access, [...lowest]);
    });
  }

  private async sweep(access: HostAccess, pending: readonly (readonly [conversationId: number, from: number])[]): Promise<void> {
    for (const [index, [conversationId, from]] of pending.entries()) {
      const known = await this.store.byConversation(access.accountId, conversationId);
      try {
        if (known) await this.statuses.from(access, known, from);
      } catch (error) {
        const all = concernsAll(error);
        await this.announce(access.accountId, all ? pending.slice(index) : [[conversationId, from]]);
        if (all) throw error;
        this.logger.warn("host.status_not_read", { accountId: access.accountId, error });
      }
    }
  }

  /** They are asked for again only after hours, and were not told. */
  private async announce(accountId: number, unread: readonly (readonly [conversationId: number, from: number])[]): Promise<void> {
    await this.db.inUnitOfWork("host.reread", async () => {
      for (const [conversationId, from] of unread) await this.store.rereadFrom(accountId, conversationId, from);
    });
  }

  /** Statuses a webhook announced without telling them. Safe in several processes at once. */
  async rereadAnnounced(whenLate?: () => void): Promise<void> {
    const turn = async (accountId: number) => {
      const access = await this.accounts.hostAccess(accountId);
      const without = await this.rows.without(accountId, REREAD, HOST_CONVERSATION, `${HOST_CONVERSATION}.id`);
      const announced = await this.store.toReread(accountId, REREAD_LIMIT, without);
      await this.rows.each({ accountId, work: REREAD, subjectOf }, announced, (row) => this.reread(access, row));
    };
    await this.rounds.forEachAccount(REREAD, turn, whenLate);
  }

  private async reread(access: HostAccess, row: HostConversationRow): Promise<void> {
    const { accountId } = access;
    const { conversationId } = row;
    const from = row.rereadFrom!;
    if (!(await this.db.inUnitOfWork("host.reread", () => this.store.takeReread(accountId, conversationId, from)))) return;
    try {
      await this.statuses.from(access, row, from);
    } catch (error) {
      await this.db.inUnitOfWork("host.reread", () => this.store.rereadFrom(accountId, conversationId, from));
      throw error;
    }
  }
}

function subjectOf({ id, debtorId }: HostConversationRow) {
  return { subject: HOST_CONVERSATION, subjectId: id, debtorId };
}
