import { Injectable } from "@nestjs/common";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import { JobQueue } from "../../platform/queue/job-queue.js";
import { type Actor, actorRef } from "../../shared/actor.js";
import { conflict, invalid } from "../../shared/errors.js";
import { type JsonObject, Journal } from "../journal/index.js";
import { AccountDirectory } from "./account-directory.reader.js";
import { AccountStore } from "./account.store.js";
import { AccountEvent } from "./accounts.events.js";
import { PlanDigests } from "./plan-digests.port.js";

/**
 * Whether an account sends at all. Two switches: `enabled` is turned on once by an administrator who has seen the plan; `stopped` is the
 * emergency brake anyone of the staff may pull, and only an administrator lifts.
 */
@Injectable()
export class DispatchSwitch {
  constructor(
    private readonly directory: AccountDirectory,
    private readonly store: AccountStore,
    private readonly plans: PlanDigests,
    private readonly journal: Journal,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queue: JobQueue,
  ) {}

  /**
   * @param seenPlan digest of the plan the administrator has on the screen
   * @throws DomainError `dispatch.plan_unseen`, `dispatch.plan_changed`
   */
  async enable(accountId: number, actor: Actor, seenPlan: string | undefined): Promise<void> {
    if (seenPlan === undefined) {
      throw invalid("dispatch.plan_unseen", "Sending is turned on for a plan that was seen.", {
        field: "seenPlan",
        remedy: "Open Today, look at who would be written to, and turn sending on there.",
      });
    }
    const current = await this.plans.current(accountId);
    if (seenPlan !== current) {
      throw conflict("dispatch.plan_changed", "The plan has changed since you looked at it.", {
        remedy: "Inspection at the new plan and turn sending on again.",
      });
    }
    await this.set(accountId, actor, { dispatchEnabled: true }, AccountEvent.dispatchEnabled, { payload: { plan: current } });
  }

  disable(accountId: number, actor: Actor): Promise<void> {
    return this.set(accountId, actor, { dispatchEnabled: false }, AccountEvent.dispatchDisabled, { payload: {} });
  }

  /** `reason` is a person's words. Joins the caller's unit of work. */
  stop(accountId: number, actor: Actor, reason: string): Promise<void> {
    return this.set(accountId, actor, { dispatchStopped: true }, AccountEvent.dispatchStopped, { payload: {}, personal: { reason } });
  }

  /** `code` is ours, without personal data. Joins the caller's unit of work. */
  stopBySystem(accountId: number, actor: Actor, code: string): Promise<void> {
    return this.set(accountId, actor, { dispatchStopped: true }, AccountEvent.dispatchStopped, { payload: { code } });
  }

  resume(accountId: number, actor: Actor, reason: string): Promise<void> {
    return this.set(accountId, actor, { dispatchStopped: false }, AccountEvent.dispatchResumed, { payload: {}, personal: { reason } });
  }

  private async set(
    accountId: number,
    actor: Actor,
    change: { dispatchEnabled: boolean } | { dispatchStopped: boolean },
    type: string,
    record: { payload: JsonObject; personal?: JsonObject },
  ): Promise<void> {
    await this.db.inUnitOfWork(type, async () => {
      await this.store.update(accountId, { ...change, dispatchChangedAt: this.clock.now(), dispatchChangedBy: actorRef(actor) });
      this.journal.append(accountId, { type, version: 1, actor, ...record });
      this.db.afterCommit(() => {
        this.directory.invalidate();
        return this.queue.wake("dispatch");
      });
    });
  }
}
