import { Injectable } from "@nestjs/common";
import { system } from "../../shared/actor.js";
import { addDays, type CalendarDate } from "../../shared/calendar.js";
import { localDate, wholeDay } from "../../shared/zone.js";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import { AccountDirectory } from "../accounts/index.js";
import { WorkRows } from "../../platform/work/work-rows.js";
import { Journal } from "../journal/index.js";
import { TemplateCatalogue } from "../templates/index.js";
import { CadenceDefaults } from "./cadence-defaults.service.js";
import { CadencePredicates } from "./cadence-predicates.js";
import { CadenceSoundness } from "./cadence-soundness.reader.js";
import { cadenceEvents } from "./cadences.events.js";
import { CadencesStore } from "./cadences.store.js";
import { CADENCE } from "./cadences.tables.js";
import { DEBTORS_PER_CHUNK, type PlannedStep, PlanningPlan } from "./planning.plan.js";
import { type Cadence, stepsDueOn } from "./rules.js";

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
    private readonly predicates: CadencePredicates,
    private readonly planning: PlanningPlan,
    private readonly templates: TemplateCatalogue,
    private readonly soundness: CadenceSoundness,
    private readonly rows: WorkRows,
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
    await this.tellUnsound(accountId);
    const { zone } = await this.accounts.get(accountId);
    const range = await this.planning.debtorRange(accountId);
    if (!range) return 0;
    let planned = 0;
    for (let from = range.first; from <= range.last; from += DEBTORS_PER_CHUNK) planned += await this.planChunk(accountId, zone, day, from);
    return planned;
  }

  /** A cadence that cannot be planned by is parked, and the others go on without it. */
  private async tellUnsound(accountId: number): Promise<void> {
    const check = await this.soundness.check(accountId);
    const ids = new Map((await this.store.list(accountId)).map(({ key, id }) => [key, id]));
    const subjectOf = ({ key }: Cadence) => ({ subject: CADENCE, subjectId: ids.get(key) ?? 0 });
    const cadences = await this.store.inForce(accountId);
    await this.rows.each({ accountId, work: "plan", subjectOf }, cadences, (cadence) => Promise.resolve(check(cadence)));
  }

  /** Under the lock of the account's cadences: whoever plans at the same time waits, and sees what was planned. */
  private planChunk(accountId: number, zone: string, day: CalendarDate, from: number): Promise<number> {
    return this.db.inUnitOfWork("cadences.plan", async () => {
      await this.store.lockAll(accountId);
      const steps = await this.stepsOf(accountId, zone, day);
      const now = this.clock.now();
      const count = await this.planning.planChunk(accountId, steps, { day, now, from, to: from + DEBTORS_PER_CHUNK });
      if (count > 0) {
        const cadences = [...new Set(steps.map(({ cadence }) => `${cadence.key}@${cadence.version}`))];
        this.journal.append(accountId, { type: cadenceEvents.planned, version: 1, actor, payload: { day, count, cadences } });
      }
      return count;
    });
  }

  private async stepsOf(accountId: number, zone: string, day: CalendarDate): Promise<PlannedStep[]> {
    const check = await this.soundness.check(accountId);
    const cadences = (await this.store.inForce(accountId)).filter((cadence) => passes(check, cadence));
    const where = await this.predicates.of(accountId, { day, zone });
    return stepsDueOn(cadences, day).map((due) => ({
      ...due,
      templateVersion: this.templates.versionOf(due.step.template),
      notBefore: wholeDay(zone, due.stepDate).start,
      notAfter: wholeDay(zone, addDays(due.lastDate, 1)).start,
      where: where(due.cadence, due.step, due.stepDate),
    }));
  }
}

function passes(check: (cadence: Cadence) => void, cadence: Cadence): boolean {
  try {
    check(cadence);
    return true;
  } catch {
    return false;
  }
}
