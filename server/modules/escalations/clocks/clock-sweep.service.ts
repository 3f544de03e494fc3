import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { AccountRounds } from "../../../platform/work/account-rounds.js";
import { WorkRows } from "../../../platform/work/work-rows.js";
import type { Instant } from "../../../shared/instant.js";
import { ESCALATION } from "../escalations.tables.js";
import { CaseClocksStore } from "./case-clocks.store.js";
import { LevelFiring } from "./level-firing.service.js";
import { LevelTelling } from "./level-telling.service.js";

export const CLOCKS_LANE = "clocks";
/** Cases a unit of work takes: enough for sets, few enough that nobody waits for them. */
const CASES = 200;

/** Looks for clocks that reached a level. Where none did, that is one question to one index. */
@Injectable()
export class ClockSweep {
  constructor(
    private readonly clock: Clock,
    private readonly rounds: AccountRounds,
    private readonly rows: WorkRows,
    private readonly clocks: CaseClocksStore,
    private readonly firing: LevelFiring,
    private readonly telling: LevelTelling,
  ) {}

  /** The worker of the lane. @returns whether there may be more */
  round(whenLate?: () => void): Promise<boolean> {
    return this.rounds.forEachAccount(CLOCKS_LANE, (accountId) => this.turn(accountId), whenLate);
  }

  nextDue(): Promise<Instant | null> {
    return this.rounds.earliest(CLOCKS_LANE, (accountId, now) => this.clocks.nextWake(accountId, now));
  }

  /** @returns whether there may be more */
  async turn(accountId: number): Promise<boolean> {
    const without = await this.rows.without(accountId, CLOCKS_LANE, ESCALATION, "c.case_id");
    const due = await this.clocks.dueCases(accountId, this.clock.now(), CASES, without);
    if (due.length === 0) return false;
    const on = { accountId, work: CLOCKS_LANE, subjectOf: (subjectId: number) => ({ subject: ESCALATION, subjectId }) };
    const reached = await this.rows.inHalves(on, due, (part) => this.firing.fire(accountId, part));
    // A wave is reached whole before anybody is told of it, so that he is told once.
    if (due.length === CASES && reached.some((levels) => levels > 0)) return true;
    await this.telling.tell(accountId);
    return due.length === CASES;
  }
}
