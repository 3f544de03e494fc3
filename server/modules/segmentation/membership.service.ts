import { Injectable } from "@nestjs/common";
import { system } from "../../shared/actor.js";
import { localDate } from "../../shared/zone.js";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import { WorkRows } from "../../platform/work/work-rows.js";
import { AccountDirectory } from "../accounts/index.js";
import { Journal } from "../journal/index.js";
import { DEBTORS_PER_CHUNK, PortfolioReader } from "../portfolio/index.js";
import { type MembershipChange, MembershipPlan } from "./membership.plan.js";
import type { RuleDay } from "./rule-sql.plan.js";
import { DEFAULT_SEGMENTS } from "./rules.js";
import { segmentationEvents } from "./segmentation.events.js";
import { SEGMENT } from "./segmentation.tables.js";
import { type Segment, SegmentsStore } from "./segments.store.js";

const actor = system("segmentation");

/** Keeps who is in which segment, and since when. */
@Injectable()
export class Membership {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountDirectory,
    private readonly rows: WorkRows,
    private readonly store: SegmentsStore,
    private readonly plan: MembershipPlan,
    private readonly portfolio: PortfolioReader,
    private readonly journal: Journal,
  ) {}

  /** Looks again at every segment of the account whose members may have changed: a new day, a new rule, a new file. */
  async refreshStale(accountId: number): Promise<void> {
    const { zone } = await this.accounts.get(accountId);
    await this.ensureDefaults(accountId);
    const day = localDate(zone, this.clock.now());
    const resting = await this.rows.resting(accountId, "segments", SEGMENT);
    const stale = (await this.store.stale(accountId, day)).filter(({ id }) => !resting.has(id));
    const subjectOf = ({ id }: Segment) => ({ subject: SEGMENT, subjectId: id });
    await this.rows.each({ accountId, work: "segments", subjectOf }, stale, (segment) => this.refresh(accountId, segment, { day, zone }));
  }

  /** An account without segments gets one a stage. */
  async ensureDefaults(accountId: number): Promise<void> {
    const known = new Set((await this.store.list(accountId)).map(({ key }) => key));
    const missing = DEFAULT_SEGMENTS.filter(({ key }) => !known.has(key));
    if (missing.length === 0) return;
    await this.db.inUnitOfWork("segments.defaults", () =>
      this.store.add(
        accountId,
        missing.map((segment) => ({ ...segment, name: "" })),
        this.clock.now(),
      ),
    );
  }

  /** Whoever was in an archived segment is not any more, from today. In the caller's unit of work. */
  async close(accountId: number, segmentId: number): Promise<void> {
    const { zone } = await this.accounts.get(accountId);
    await this.plan.close(accountId, segmentId, localDate(zone, this.clock.now()));
  }

  private async refresh(accountId: number, segment: Segment, at: RuleDay): Promise<void> {
    if (!segment.readable) throw new SyntaxError("What is stored is no rule");
    const startedAt = this.clock.now();
    const range = await this.portfolio.debtorRange(accountId);
    let total: MembershipChange = { joined: 0, left: 0 };
    const last = range?.last ?? 0;
    for (let from = range?.first ?? 1; from <= last; from += DEBTORS_PER_CHUNK) {
      const change = await this.db.inUnitOfWork("segments.refresh", () =>
        this.plan.refresh(accountId, segment, at, from, from + DEBTORS_PER_CHUNK),
      );
      total = { joined: total.joined + change.joined, left: total.left + change.left };
    }
    await this.db.inUnitOfWork("segments.refreshed", async () => {
      await this.store.refreshed(accountId, segment, at.day, startedAt);
      if (total.joined + total.left === 0) return;
      this.journal.append(accountId, {
        type: segmentationEvents.membersChanged,
        version: 1,
        actor,
        payload: { segment: segment.key, segmentVersion: segment.version, day: at.day, ...total },
      });
    });
  }
}
