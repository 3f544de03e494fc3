import { Injectable } from "@nestjs/common";
import { type Actor, actorRef } from "../../../shared/actor.js";
import { invalid } from "../../../shared/errors.js";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { type CasePoint, isTicked } from "../domain/check-list.js";
import { escalationEvents } from "../escalations.events.js";
import { EscalationsStore } from "../escalations.store.js";
import { CaseRecords } from "./case-records.service.js";
import { CaseTicks } from "./case-ticks.store.js";

/** Ticks points of check-lists and takes ticks back. */
@Injectable()
export class CaseChecks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly store: EscalationsStore,
    private readonly ticks: CaseTicks,
    private readonly records: CaseRecords,
  ) {}

  /** @throws DomainError `case.not_found`, `case.over`, `case.check_by_itself` */
  tick(accountId: number, publicId: string, check: CasePoint, done: boolean, actor: Actor): Promise<void> {
    return this.db.inUnitOfWork("case.tick", async () => {
      if (!isTicked(check)) {
        throw invalid("case.check_by_itself", "This point ticks itself when it has happened.", {
          field: "check",
          remedy: "Do what it says; it is seen.",
        });
      }
      const one = await this.store.mustBeOpen(accountId, publicId);
      const changed = done
        ? await this.ticks.tick(accountId, publicId, check, actorRef(actor), this.clock.now())
        : await this.ticks.untick(accountId, publicId, check);
      if (changed) this.records.append(accountId, one, escalationEvents.ticked, actor, { check, done });
    });
  }
}
