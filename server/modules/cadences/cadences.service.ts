import { Injectable } from "@nestjs/common";
import { system } from "../../shared/actor.js";
import type { CalendarDate } from "../../shared/calendar.js";
import { localDate } from "../../shared/zone.js";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import { AccountDirectory } from "../accounts/index.js";
import { Journal } from "../journal/index.js";
import { CadenceDefaults } from "./cadence-defaults.service.js";
import { cadenceEvents } from "./cadences.events.js";
import { CadencesStore } from "./cadences.store.js";
import { DueSteps } from "./due-steps.service.js";
import { DEBTORS_PER_CHUNK, PlanningPlan } from "./planning.plan.js";

const actor = system("planner");

/** Plans the messages of a day. Planning decides who is due, never who may be written to: that is policy's. */
@Injectable()
export class CadencesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountDirectory,
    private readonly defaults: CadenceDefaults,
    private readonly store: CadencesStore,
    private readonly planning: PlanningPlan,
    private readonly steps: DueSteps,
    private readonly journal: Journal,
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
    for (let from = range.first; from <= range.last; from += DEBTORS_PER_CHUNK) planned += await this.planChunk(accountId, zone, day, from);
    return planned;
  }

  /** Under the lock of the account's cadences: whoever plans at the same time waits, and sees what was planned. */
  private planChunk(accountId: number, zone: string, day: CalendarDate, from: number): Promise<number> {
    return this.db.inUnitOfWork("cadences.plan", async () => {
      await this.store.lockAll(accountId);
      const steps = await this.steps.on(accountId, zone, day);
      const now = this.clock.now();
      const count = await this.planning.planChunk(accountId, steps, { day, now, from, to: from + DEBTORS_PER_CHUNK });
      if (count > 0) {
        const cadences = [...new Set(steps.map(({ cadence }) => `${cadence.key}@${cadence.version}`))];
        this.journal.append(accountId, { type: cadenceEvents.planned, version: 1, actor, payload: { day, count, cadences } });
      }
      return count;
    });
  }
}
