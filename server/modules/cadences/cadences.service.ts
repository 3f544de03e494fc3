import { Injectable } from "@nestjs/common";
import { system } from "../../shared/actor.js";
import { addDays } from "../../shared/calendar.js";
import { localDate, wholeDay } from "../../shared/zone.js";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import { AccountDirectory } from "../accounts/index.js";
import { Journal } from "../journal/index.js";
import { TemplateCatalogue } from "../templates/index.js";
import { cadenceEvents } from "./cadences.events.js";
import { CadencesStore } from "./cadences.store.js";
import { DEBTORS_PER_CHUNK, type PlannedStep, PlanningPlan } from "./planning.plan.js";
import { type Cadence, DEFAULT_CADENCE, stepsDueOn } from "./rules.js";

const actor = system("planner");

/** Publishes cadences and plans the messages of a day. Planning decides who is due, never who may be written to: that is policy's. */
@Injectable()
export class CadencesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountDirectory,
    private readonly store: CadencesStore,
    private readonly planning: PlanningPlan,
    private readonly templates: TemplateCatalogue,
    private readonly journal: Journal,
  ) {}

  /** Plans today (the account's calendar) for one account. Idempotent. @returns how many messages are new */
  async planToday(accountId: number): Promise<number> {
    const account = await this.accounts.get(accountId);
    const now = this.clock.now();
    const day = localDate(account.zone, now);
    let planned = 0;
    for (const cadence of await this.published(accountId)) {
      const steps = stepsDueOn(cadence, day).map((due): PlannedStep => ({
        ...due,
        templateVersion: this.templates.versionOf(due.step.template),
        notBefore: wholeDay(account.zone, due.stepDate).start,
        notAfter: wholeDay(account.zone, addDays(due.lastDate, 1)).start,
      }));
      planned += await this.planInChunks(accountId, cadence, day, steps);
    }
    return planned;
  }

  private async planInChunks(accountId: number, cadence: Cadence, day: string, steps: readonly PlannedStep[]): Promise<number> {
    const range = await this.planning.debtorRange(accountId);
    if (!range) return 0;
    let planned = 0;
    for (let from = range.first; from <= range.last; from += DEBTORS_PER_CHUNK) {
      planned += await this.db.inUnitOfWork("cadences.plan", async () => {
        const count = await this.planning.planChunk(accountId, cadence, day, steps, this.clock.now(), from, from + DEBTORS_PER_CHUNK);
        if (count > 0) {
          this.journal.append(accountId, {
            type: cadenceEvents.planned,
            version: 1,
            actor,
            payload: { day, count, cadence: cadence.key, cadenceVersion: cadence.version },
          });
        }
        return count;
      });
    }
    return planned;
  }

  /** The cadences in force; an account without one gets the default published. */
  private async published(accountId: number): Promise<Cadence[]> {
    const current = await this.store.current(accountId);
    if (current.length > 0) return current;
    await this.db.inUnitOfWork("cadences.publish", async () => {
      if (!(await this.store.publish(accountId, DEFAULT_CADENCE, this.clock.now()))) return;
      const { key, version, steps } = DEFAULT_CADENCE;
      this.journal.append(accountId, {
        type: cadenceEvents.published,
        version: 1,
        actor,
        payload: { cadence: key, version, steps: steps.map((step) => step.id) },
      });
    });
    return [DEFAULT_CADENCE];
  }
}
