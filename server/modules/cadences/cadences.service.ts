import { Injectable } from "@nestjs/common";
import type { CalendarDate } from "../../shared/calendar.js";
import { localDate } from "../../shared/zone.js";
import { Clock } from "../../platform/clock/clock.js";
import { AccountDirectory } from "../accounts/index.js";
import { CadenceDefaults } from "./cadence-defaults.service.js";
import { ChunkPlanning } from "./chunk-planning.service.js";
import { DueSteps } from "./due-steps.service.js";
import { DEBTORS_PER_CHUNK } from "../portfolio/index.js";
import { PlanningPlan } from "./planning.plan.js";

/** Plans the messages of a day. Planning decides who is due, never who may be written to: that is policy's. */
@Injectable()
export class CadencesService {
  constructor(
    private readonly clock: Clock,
    private readonly accounts: AccountDirectory,
    private readonly defaults: CadenceDefaults,
    private readonly planning: PlanningPlan,
    private readonly steps: DueSteps,
    private readonly chunks: ChunkPlanning,
  ) {}

  /** Plans today (the account's calendar) for one account. @returns how many messages are new */
  async planToday(accountId: number): Promise<number> {
    const { zone } = await this.accounts.get(accountId);
    return this.planDay(accountId, localDate(zone, this.clock.now()));
  }

  /** Idempotent, whatever the day and whoever else plans at the same time. @returns how many messages are new */
  async planDay(accountId: number, day: CalendarDate): Promise<number> {
    await this.defaults.ensure(accountId);
    await this.steps.parkUnsound(accountId);
    const { zone } = await this.accounts.get(accountId);
    const range = await this.planning.debtorRange(accountId);
    if (!range) return 0;
    let planned = 0;
    for (let from = range.first; from <= range.last; from += DEBTORS_PER_CHUNK) {
      planned += await this.chunks.plan(accountId, { zone, day, from, to: from + DEBTORS_PER_CHUNK });
    }
    return planned;
  }
}
