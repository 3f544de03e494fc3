import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { caseReasonOf } from "../domain/case-reason.js";
import { ESCALATION, type EscalationsTables } from "../escalations.tables.js";
import { CaseEventsStore } from "../clocks/case-events.store.js";
import { CaseFactsReader } from "../clocks/case-facts.reader.js";
import { ClockKeeping } from "../clocks/clock-keeping.service.js";
import { ClockPlans, pinOf } from "../clocks/clock-plans.service.js";

const CASES = 500;

/** Asks the policy in force about every open case again; what has run until now was judged by the one before. */
@Injectable()
export class PolicyReplan {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly facts: CaseFactsReader,
    private readonly events: CaseEventsStore,
    private readonly plans: ClockPlans,
    private readonly keeping: ClockKeeping,
  ) {}

  /** In the caller's unit of work, a chunk of cases at a time. */
  async all(accountId: number): Promise<void> {
    const inForce = await this.plans.inForce(accountId);
    const at = this.clock.now();
    for (let last = 0; ;) {
      const cases = await this.db
        .typed<EscalationsTables>()
        .selectFrom(ESCALATION)
        .select(["id", "debtor_id as debtorId", "reason"])
        .where("account_id", "=", accountId)
        .where("open_slot", "=", 1)
        .where("id", ">", last)
        .orderBy("id")
        .limit(CASES)
        .execute();
      if (cases.length === 0) return;
      last = cases.at(-1)!.id;
      const facts = await this.facts.of(
        accountId,
        cases.map((one) => ({ ...one, reason: caseReasonOf(one.reason) })),
      );
      const source = `policy/${inForce.policy.version.version}`;
      await this.events.plan(
        accountId,
        cases.map(({ id }) => ({ caseId: id, at, pin: pinOf(inForce, facts.get(id)!), source })),
      );
      await this.keeping.keep(
        accountId,
        cases.map(({ id }) => id),
      );
    }
  }
}
