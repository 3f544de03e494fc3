import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import type { Instant } from "../../../shared/instant.js";
import { AccountDirectory } from "../../accounts/index.js";
import { TypedRecords } from "../../journal/index.js";
import { ContactHistory } from "./contacts/contact-history.service.js";
import { DebtHistory } from "./debts/debt-history.service.js";
import type { JournalProjection } from "./journal-projection.port.js";
import { PromiseHistory } from "./promises/promise-history.service.js";
import { type ProjectionCursor, ProjectionCursorStore } from "./projection-cursor.store.js";

/** Raised with the rules by which records are taken: what was built by earlier ones is then built anew. */
const PROJECTION_VERSION = 3;
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
  private readonly projections: readonly JournalProjection[];

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly records: TypedRecords,
    private readonly accounts: AccountDirectory,
    private readonly cursors: ProjectionCursorStore,
    debts: DebtHistory,
    contacts: ContactHistory,
    promises: PromiseHistory,
  ) {
    this.projections = [debts, contacts, promises];
    this.types = new Set(this.projections.flatMap((projection) => projection.types));
  }

  /** Takes one batch. @returns whether there is more */
  async advance(accountId: number): Promise<boolean> {
    const head = await this.records.headSeq(accountId);
    const known = await this.cursors.find(accountId);
    const { zone } = await this.accounts.get(accountId);
    if (known && known.seq === head && known.state === "live" && known.version === PROJECTION_VERSION && known.zone === zone) return false;
    return this.db.inUnitOfWork("kpis.project", async () => {
      const cursor = await this.cursors.hold(accountId, { seq: 0, recorded_at: 0, version: PROJECTION_VERSION, zone, state: "live" });
      if (cursor.state === "emptying") return this.empty(cursor);
      // Days are another zone's now, or rules are others: what was cut by the old ones cannot stand beside what comes.
      if (cursor.version !== PROJECTION_VERSION || cursor.zone !== zone) return this.restart(cursor);
      return this.take(cursor, head);
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
      await this.restart(await this.cursors.hold(accountId, { seq: 0, recorded_at: 0, version: PROJECTION_VERSION, zone, state: "live" }));
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

  private async take(cursor: ProjectionCursor, head: number): Promise<boolean> {
    const { account_id: accountId, zone } = cursor;
    const records = await this.records.between(accountId, [...this.types], { after: cursor.seq, upTo: head }, BATCH);
    for (const projection of this.projections) {
      const own = records.filter(({ type }) => projection.types.includes(type));
      if (own.length > 0) await projection.take(accountId, zone, own);
    }
    const whole = records.length < BATCH;
    const last = records.at(-1);
    const seq = whole ? head : last!.seq;
    if (seq !== cursor.seq) await this.cursors.move({ ...cursor, seq, recorded_at: last?.recordedAt ?? cursor.recorded_at });
    return !whole;
  }

  private async restart(cursor: ProjectionCursor): Promise<true> {
    const { zone } = await this.accounts.get(cursor.account_id);
    await this.cursors.move({ ...cursor, seq: 0, recorded_at: 0, version: PROJECTION_VERSION, zone, state: "emptying" });
    return true;
  }

  private async empty(cursor: ProjectionCursor): Promise<true> {
    const more = await this.cursors.empty(cursor.account_id);
    if (!more) await this.cursors.move({ ...cursor, state: "live" });
    return true;
  }
}
