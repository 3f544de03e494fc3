import { Injectable } from "@nestjs/common";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import { Logger } from "../../platform/observability/logger.js";
import { system } from "../../shared/actor.js";
import { type JsonObject, Journal } from "../journal/index.js";
import { type HostAccess, HostApi, type InboxState } from "./host-api.port.js";
import { HostEvent } from "./host.events.js";
import { InboxNotes } from "./inbox-notes.service.js";
import { InboxStore } from "./inbox.store.js";
import { ReadingStore } from "./reading/reading.store.js";

/**
 * Looks at what the account's inbox says of itself. While it says that debtors cannot be heard, or that it is gone, no reminder leaves; the
 * journal is told once, and so are the people, in a note where they work.
 */
@Injectable()
export class InboxWatch {
  constructor(
    private readonly api: HostApi,
    private readonly store: InboxStore,
    private readonly reading: ReadingStore,
    private readonly notes: InboxNotes,
    private readonly journal: Journal,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** @throws DomainError when the helpdesk does not answer */
  async check(access: HostAccess, inboxId: number): Promise<void> {
    const { accountId } = access;
    const state = await this.api.inboxState(access, inboxId);
    const known = await this.store.of(accountId);
    if (known?.inboxId === inboxId && known.state === state) {
      await this.db.inUnitOfWork("inbox.checked", () => this.store.checked(accountId, this.clock.now()));
      return;
    }
    const changed = await this.db.inUnitOfWork("inbox.changed", () => this.change(accountId, inboxId, state));
    if (!changed) return;
    this.logger.warn("host.inbox_changed", { accountId, reason: state });
    await this.notes.write(access, inboxId, state);
  }

  /** @returns whether people have to know */
  private async change(accountId: number, inboxId: number, state: InboxState): Promise<boolean> {
    const now = this.clock.now();
    const known = await this.store.lock(accountId);
    // Another process saw it first.
    if (known?.inboxId === inboxId && known.state === state) return false;
    const former = known?.inboxId === inboxId ? known : null;
    const wasClosed = former !== null && former.state !== "open";
    if (state !== "open") {
      // It may have begun to drop messages right after it was last asked.
      const lostFrom = wasClosed ? former.lostFrom : (former?.checkedAt ?? now);
      await this.store.save(accountId, { inboxId, state, since: now, checkedAt: now, lostFrom, lostUntil: null });
      this.record(accountId, HostEvent.inboxClosed, { inbox: inboxId, state });
      return true;
    }
    const lost = { lostFrom: former?.lostFrom ?? null, lostUntil: wasClosed ? now : (former?.lostUntil ?? null) };
    await this.store.save(accountId, { inboxId, state, since: now, checkedAt: now, ...lost });
    if (!wasClosed) return false;
    // What debtors wrote since it takes messages again is read before anybody is written to.
    await this.reading.need(accountId, now);
    this.record(accountId, HostEvent.inboxOpened, { inbox: inboxId, state: former.state, from: lost.lostFrom, until: now });
    return true;
  }

  private record(accountId: number, type: string, payload: JsonObject): void {
    this.journal.append(accountId, { type, version: 1, actor: system("host.inbox"), payload });
  }
}
