import { Injectable } from "@nestjs/common";
import type { CalendarDate } from "../../shared/calendar.js";
import type { Instant } from "../../shared/instant.js";
import { localDate } from "../../shared/zone.js";
import { Clock } from "../../platform/clock/clock.js";
import { WorkRows } from "../../platform/work/work-rows.js";
import { AccountDirectory } from "../accounts/index.js";
import { JournalReader } from "../journal/index.js";
import { DEBTOR } from "../portfolio/index.js";
import { PLAN } from "./cadences.tables.js";
import { PlanningPlan } from "./planning.plan.js";

interface Seen {
  readonly day: CalendarDate;
  /** Newest journal record before the run began: what came later it may have missed. */
  readonly seq: number;
  readonly at: Instant;
}

/**
 * Whether planning again could find anything. Within a day only a change can, and every change is in the journal; holds end by themselves, and
 * whoever could not be planned for is tried again.
 * Each process remembers its own runs: one that knows nothing plans, and that is never wrong.
 */
@Injectable()
export class Replanning {
  private readonly seen = new Map<number, Seen>();

  constructor(
    private readonly clock: Clock,
    private readonly accounts: AccountDirectory,
    private readonly journal: JournalReader,
    private readonly planning: PlanningPlan,
    private readonly rows: WorkRows,
  ) {}

  /** @returns whether there was something to plan for */
  async handle(accountId: number, plan: () => Promise<unknown>): Promise<boolean> {
    const { zone } = await this.accounts.get(accountId);
    const before = this.seen.get(accountId);
    const now: Seen = {
      day: localDate(zone, this.clock.now()),
      seq: await this.journal.headSeq(accountId),
      at: this.clock.now(),
    };
    const quiet =
      before?.day === now.day &&
      !(await this.planning.changedSince(accountId, before.seq, before.at, now.at)) &&
      (await this.rows.parked(accountId, PLAN, DEBTOR)).due.size === 0;
    if (!quiet) await plan();
    this.seen.set(accountId, now);
    return !quiet;
  }
}
