import { AccountDirectory } from "../../../../../server/modules/accounts/index.js";
import { LevelNotes } from "../../../../../server/modules/escalations/clocks/level-notes.reader.js";
import { HostDeeds } from "../../../../../server/modules/escalations/host-deeds.service.js";
import { HostActions } from "../../../../../server/modules/escalations/host-actions.service.js";
import type { ActionKind } from "../../../../../server/modules/escalations/domain/action-kind.js";
import { HostActionsStore } from "../../../../../server/modules/escalations/host-actions.store.js";
import type { CaseReason } from "../../../../../server/modules/escalations/rules.js";
import { Journal } from "../../../../../server/modules/journal/index.js";
import { SteppedClock } from "../../../../../server/platform/clock/stepped-clock.js";
import { Ids } from "../../../../../server/platform/crypto/ids.js";
import { Logger } from "../../../../../server/platform/observability/logger.js";
import { JobQueue } from "../../../../../server/platform/queue/job-queue.js";
import { AccountRounds } from "../../../../../server/platform/work/account-rounds.js";
import { ParkedWork } from "../../../../../server/platform/work/parked-work.service.js";
import { type Desk, FRIDAY_TEN, openDesk } from "../../../../support/desk.js";
import { InMemoryHost } from "./in-memory-host.js";

/** Wakes nobody: the test is the worker. */
class NoQueue extends JobQueue {
  wake = () => Promise.resolve();
  work = () => {};
  healthy = () => Promise.resolve(true);
  close = () => Promise.resolve();
}

/** The worker of the lane `actions` on a real database, with a helpdesk in memory and a clock of its own. */
export class ActionsDesk {
  readonly clock = new SteppedClock(FRIDAY_TEN);
  readonly host = new InMemoryHost();
  readonly worker: HostActions;
  private readonly store: HostActionsStore;

  private constructor(readonly desk: Desk) {
    const { app, db } = desk;
    this.store = new HostActionsStore(db, this.clock, app.get(Ids), new NoQueue(), app.get(ParkedWork));
    const [accounts, journal] = [app.get(AccountDirectory), app.get(Journal)];
    const rounds = app.get(AccountRounds);
    const deeds = new HostDeeds(accounts, this.host, app.get(LevelNotes));
    this.worker = new HostActions(db, this.clock, this.store, rounds, accounts, deeds, journal, new Logger("silent"));
  }

  static async open(): Promise<ActionsDesk> {
    return new ActionsDesk(await openDesk());
  }

  async ask(kind: ActionKind, reason: CaseReason = "unclear", caseId = "case-1"): Promise<void> {
    const action = { kind, caseId, debtorId: null, conversationId: 7, reason, afterMessageId: 900 };
    await this.desk.db.inUnitOfWork("test", () => this.store.add(this.desk.account.id, [action]));
  }

  rows(): Promise<{ kind: string; state: string; attempts: number; problem: string | null }[]> {
    return this.desk.db.rows("select kind, state, attempts, problem from host_action where account_id = ? order by id", [
      this.desk.account.id,
    ]);
  }

  close(): Promise<void> {
    return this.desk.close();
  }
}
