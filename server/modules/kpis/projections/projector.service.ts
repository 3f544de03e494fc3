import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import type { CalendarDate } from "../../../shared/calendar.js";
import type { Instant } from "../../../shared/instant.js";
import { AccountDirectory } from "../../accounts/index.js";
import { type TypedRecord, TypedRecords } from "../../journal/index.js";
import { DayClosings } from "./closings/day-closings.store.js";
import { accountDay } from "./domain/account-day.js";
import { JournalProjections } from "./journal-projections.service.js";
import { type ProjectionCursor, ProjectionCursorStore } from "./projection-cursor.store.js";

/** Raised with the rules by which records are taken: what was built by earlier ones is then built anew. */
const PROJECTION_VERSION = 11;
/** Records in one unit of work: few enough to be held in memory and to keep nobody waiting, many enough that statements are shared. */
const BATCH = 2_000;

export interface Freshness {
  /** Everything up to this instant is in the numbers; null where nothing is yet. */
  readonly asOf: Instant | null;
  /** Share of the journal that is in them, 0 to 1; below 1 while they are being built, and for moments after each event. */
  readonly share: number;
  /** Being built anew: what is there is not whole. */
  readonly building: boolean;
}

/** Takes the journal into the projections, by number: in the cursor's own unit of work, so that no record is missed and none counts twice. */
@Injectable()
export class Projector {
  /** The record types that are in the numbers. */
  readonly types: ReadonlySet<string>;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly records: TypedRecords,
    private readonly accounts: AccountDirectory,
    private readonly cursors: ProjectionCursorStore,
    private readonly projections: JournalProjections,
    private readonly closings: DayClosings,
  ) {
    this.types = projections.types;
  }

  /** Takes one batch, or, when everything is taken, closes days that have begun. @returns whether there is more */
  async advance(accountId: number): Promise<boolean> {
    const head = await this.records.headSeq(accountId);
    const known = await this.cursors.find(accountId);
    const { zone } = await this.accounts.get(accountId);
    const today = accountDay(zone, this.clock.now()).day;
    if (known && isWhole(known, head, zone) && known.closed !== null && known.closed >= today) return false;
    return this.db.inUnitOfWork("kpis.project", async () => {
      const cursor = await this.cursors.hold(accountId, fresh(zone));
      if (cursor.state === "emptying") return this.empty(cursor);
      // Days are another zone's now, or rules are others: what was cut by the old ones cannot stand beside what comes.
      if (cursor.version !== PROJECTION_VERSION || cursor.zone !== zone) return this.restart(cursor);
      return this.take(cursor, head, today);
    });
  }

  /** Takes everything there is. @param progress called after each batch with the share that is done */
  async catchUp(accountId: number, progress: (share: number) => void = () => {}): Promise<void> {
    while (await this.advance(accountId)) progress((await this.freshness(accountId)).share);
    progress(1);
  }

  /** Throws away what was built and builds it anew from the journal. Interrupted, the next `advance` goes on with it. */
  async rebuild(accountId: number, progress?: (share: number) => void): Promise<void> {
    await this.db.inUnitOfWork("kpis.rebuild", async () => {
      const { zone } = await this.accounts.get(accountId);
      await this.restart(await this.cursors.hold(accountId, fresh(zone)));
    });
    await this.catchUp(accountId, progress);
  }

  async freshness(accountId: number): Promise<Freshness> {
    const head = await this.records.headSeq(accountId);
    const cursor = await this.cursors.find(accountId);
    if (!cursor || cursor.state === "emptying") return { asOf: null, share: 0, building: true };
    const share = head === 0 ? 1 : cursor.seq / head;
    // Whatever was written down later than the last record taken is not in; where none is missing, that is nothing up to now.
    const asOf = cursor.seq === head ? this.clock.now() : cursor.recorded_at;
    return { asOf, share, building: head - cursor.seq > BATCH };
  }

  private async take(cursor: ProjectionCursor, head: number, today: CalendarDate): Promise<boolean> {
    const { account_id: accountId, zone } = cursor;
    const records = await this.records.between(accountId, [...this.types], { after: cursor.seq, upTo: head }, BATCH);
    await this.projections.take(accountId, zone, records);
    const whole = records.length < BATCH;
    const last = records.at(-1);
    const seq = whole ? head : last!.seq;
    const closed = await this.closedAfter(cursor, records, whole ? today : null);
    if (seq !== cursor.seq || closed !== cursor.closed) {
      await this.cursors.move({ ...cursor, seq, recorded_at: last?.recordedAt ?? cursor.recorded_at, closed });
    }
    return !whole || closed === null || closed < today;
  }

  /** Days are closed when everything is taken; a record that was written down before a closing and came after it opens that again. */
  private async closedAfter(
    { account_id: accountId, zone, closed }: ProjectionCursor,
    records: readonly TypedRecord[],
    today: CalendarDate | null,
  ): Promise<CalendarDate | null> {
    const first = records.reduce((earliest, { recordedAt }) => Math.min(earliest, recordedAt), Number.POSITIVE_INFINITY);
    const standing =
      closed === null || first === Number.POSITIVE_INFINITY ? closed : await this.closings.reopen(accountId, zone, closed, first);
    return today === null ? standing : this.closings.close(accountId, zone, standing, today);
  }

  private async restart(cursor: ProjectionCursor): Promise<true> {
    const { zone } = await this.accounts.get(cursor.account_id);
    await this.cursors.move({ ...cursor, ...fresh(zone), state: "emptying" });
    return true;
  }

  private async empty(cursor: ProjectionCursor): Promise<true> {
    const more = await this.cursors.empty(cursor.account_id);
    if (!more) await this.cursors.move({ ...cursor, state: "live" });
    return true;
  }
}

function fresh(zone: string): Omit<ProjectionCursor, "account_id"> {
  return { seq: 0, recorded_at: 0, version: PROJECTION_VERSION, zone, closed: null, state: "live" };
}

/** Whether every record is in the rows, by the rules and days of now. */
function isWhole(cursor: ProjectionCursor, head: number, zone: string): boolean {
  return cursor.seq === head && cursor.state === "live" && cursor.version === PROJECTION_VERSION && cursor.zone === zone;
}
