import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { CaseEventsStore } from "../clocks/case-events.store.js";
import { CaseFactsReader } from "../clocks/case-facts.reader.js";
import { CaseRows } from "../clocks/case-rows.reader.js";
import { ClockKeeping } from "../clocks/clock-keeping.service.js";
import { ClockPlans, pinOf } from "../clocks/clock-plans.service.js";

const CASES = 500;

/** Asks the policy in force about every open case again; what has run until now was judged by the one before. */
@Injectable()
export class PolicyReplan {
  constructor(
    private readonly clock: Clock,
    private readonly cases: CaseRows,
    private readonly facts: CaseFactsReader,
    private readonly events: CaseEventsStore,
    private readonly plans: ClockPlans,
    private readonly keeping: ClockKeeping,
  ) {}

  /** In the caller's unit of work, a chunk of cases at a time. */
  async all(accountId: number): Promise<void> {
    const inForce = await this.plans.inForce(accountId);
    const at = this.clock.now();
    for await (const cases of this.cases.allOpen(accountId, CASES)) {
      const facts = await this.facts.of(accountId, cases);
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
