import { Injectable } from "@nestjs/common";
import { system } from "../../shared/actor.js";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import { Logger } from "../../platform/observability/logger.js";
import { concernsAll } from "../../platform/work/concerns-all.js";
import { problemOf } from "../../platform/work/problem-of.js";
import { WorkRows } from "../../platform/work/work-rows.js";
import { Journal } from "../journal/index.js";
import { DEBTOR } from "../portfolio/index.js";
import { PLAN } from "./cadences.tables.js";
import { cadenceEvents } from "./cadences.events.js";
import { CadencesStore } from "./cadences.store.js";
import { DueSteps } from "./due-steps.service.js";
import { type Chunk, PlanningPlan } from "./planning.plan.js";

const actor = system("planner");
const subjectOf = (debtorId: number) => ({ subject: DEBTOR, subjectId: debtorId, debtorId });

/** The debtors with `from` ≤ id < `to`, on a day of the account's calendar. */
export interface PlanningOrder extends Pick<Chunk, "day" | "from" | "to"> {
  readonly zone: string;
}

/** Plans a chunk of debtors in one commit. Where that fails for one of them, that debtor is found and parked, and the others are planned. */
@Injectable()
export class ChunkPlanning {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly store: CadencesStore,
    private readonly planning: PlanningPlan,
    private readonly steps: DueSteps,
    private readonly rows: WorkRows,
    private readonly journal: Journal,
    private readonly logger: Logger,
  ) {}

  /** @returns how many messages are new */
  async plan(accountId: number, order: PlanningOrder): Promise<number> {
    const { resting, due } = await this.rows.parked(accountId, PLAN, DEBTOR);
    const without = [...resting].filter((id) => id >= order.from && id < order.to);
    if (![...due].some((id) => id >= order.from && id < order.to)) {
      try {
        return await this.together(accountId, order, without);
      } catch (error) {
        if (concernsAll(error)) throw error;
        this.logger.error("plan.chunk_failed", { accountId, reason: problemOf(error), error });
      }
    }
    const ids = (await this.planning.debtorIds(accountId, order)).filter((id) => !resting.has(id));
    const parts = await this.rows.inHalves({ accountId, work: PLAN, subjectOf }, ids, (part) =>
      this.together(accountId, { ...order, from: part[0]!, to: part.at(-1)! + 1 }, without),
    );
    return parts.reduce((sum, count) => sum + count, 0);
  }

  /** Under the lock of the account's cadences: whoever plans at the same time waits, and sees what was planned. */
  private together(accountId: number, { zone, day, from, to }: PlanningOrder, without: readonly number[]): Promise<number> {
    return this.db.inUnitOfWork("cadences.plan", async () => {
      await this.store.lockAll(accountId);
      const steps = await this.steps.on(accountId, zone, day);
      const now = this.clock.now();
      const count = await this.planning.planChunk(accountId, steps, { day, now, from, to, without });
      if (count > 0) {
        const cadences = [...new Set(steps.map(({ cadence }) => `${cadence.key}@${cadence.version}`))];
        this.journal.append(accountId, { type: cadenceEvents.planned, version: 1, actor, payload: { day, count, cadences } });
      }
      return count;
    });
  }
}
