import { Inject, Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { CONFIG, type Config } from "../../../platform/config/config.js";
import type { Instant } from "../../../shared/instant.js";
import { unreadSince } from "../domain/reading.js";
import type { InboxState } from "../host-api.port.js";
import { InboxStore } from "../inbox.store.js";
import { readingTimes } from "./reading.settings.js";
import { ReadingStore } from "./reading.store.js";
import { type Unheard, UnheardStore } from "./unheard.store.js";

/** What keeps an account from writing to debtors on the helpdesk's side. */
export interface HostReadinessView {
  /** Since when words of debtors may stand unread: nothing goes out, not even an answer. Null: all is read. */
  readonly unreadSince: Instant | null;
  /** Set while the inbox does not take what debtors write: no reminder goes out. */
  readonly inbox: { readonly state: Exclude<InboxState, "open">; readonly since: Instant } | null;
  /** The last time in which what debtors wrote may have been lost; `until` is null while it lasts. */
  readonly lost: { readonly from: Instant; readonly until: Instant | null } | null;
}

/** Whether the helpdesk lets an account hear what debtors write, for whoever writes to them or shows it. */
@Injectable()
export class HostReadiness {
  constructor(
    private readonly reading: ReadingStore,
    private readonly inbox: InboxStore,
    private readonly unheard: UnheardStore,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async of(accountId: number): Promise<HostReadinessView> {
    const now = this.clock.now();
    const inbox = await this.inbox.of(accountId);
    return {
      unreadSince: unreadSince(await this.reading.mark(accountId), now, readingTimes(this.config).staleMs),
      inbox: inbox === null || inbox.state === "open" ? null : { state: inbox.state as Exclude<InboxState, "open">, since: inbox.since },
      lost: inbox?.lostFrom == null ? null : { from: inbox.lostFrom, until: inbox.lostUntil },
    };
  }

  /** Those of these debtors who may have written what nobody has read. */
  unheardDebtors(accountId: number, debtorIds: readonly number[]): Promise<Set<number>> {
    return this.unheard.debtors(accountId, debtorIds);
  }

  /** Conversations that could not be read. */
  unheardConversations(accountId: number): Promise<readonly Unheard[]> {
    return this.unheard.all(accountId);
  }
}
