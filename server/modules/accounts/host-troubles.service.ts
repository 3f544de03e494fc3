import { Injectable } from "@nestjs/common";
import { system } from "../../shared/actor.js";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import { Logger } from "../../platform/observability/logger.js";
import { JobQueue } from "../../platform/queue/job-queue.js";
import { Journal } from "../journal/index.js";
import { HostTroubleStore, type KnownTrouble } from "./host-trouble.store.js";
import { AccountEvent } from "./accounts.events.js";
import { type HostTrouble, changesOf, halts } from "./domain/trouble.js";
import type { Inspection } from "./host-check.reader.js";

/** What is known to be wrong with accounts: told in the journal when it begins and when it ends, in panel and `doctor` as long as it lasts. */
@Injectable()
export class HostTroubles {
  constructor(
    private readonly store: HostTroubleStore,
    private readonly journal: Journal,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queue: JobQueue,
    private readonly logger: Logger,
  ) {}

  of(accountId: number): Promise<readonly KnownTrouble[]> {
    return this.store.of(accountId);
  }

  /** Takes over what was seen. @returns whether sending may go on, as far as these looks tell */
  async record(accountId: number, looks: readonly Inspection[]): Promise<boolean> {
    const known = new Set((await this.store.of(accountId)).map(({ trouble }) => trouble));
    const found = new Set(looks.flatMap((look) => look.found));
    const looked = looks.flatMap((look) => look.looked);
    const { begun, ended } = changesOf(known, looked, found);
    if (begun.length + ended.length > 0) await this.change(accountId, begun, ended);
    return ![...found].some(halts);
  }

  private async change(accountId: number, begun: readonly HostTrouble[], ended: readonly HostTrouble[]): Promise<void> {
    await this.db.inUnitOfWork("account.troubles", async () => {
      for (const trouble of begun)
        if (await this.store.begin(accountId, trouble, this.clock.now())) this.putOnRecord(accountId, AccountEvent.troubled, trouble);
      for (const trouble of ended)
        if (await this.store.end(accountId, trouble)) this.putOnRecord(accountId, AccountEvent.recovered, trouble);
      if (ended.some(halts)) this.db.afterCommit(() => this.queue.wake("dispatch"));
    });
    for (const trouble of begun) this.logger.error("account.troubled", { accountId, reason: trouble });
  }

  private putOnRecord(accountId: number, type: string, trouble: HostTrouble): void {
    this.journal.append(accountId, { type, version: 1, actor: system("accounts.health"), payload: { trouble, halts: halts(trouble) } });
  }
}
