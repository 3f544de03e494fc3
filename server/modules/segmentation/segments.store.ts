import { Injectable } from "@nestjs/common";
import type { CalendarDate } from "../../shared/calendar.js";
import type { Instant } from "../../shared/instant.js";
import { Ids } from "../../platform/crypto/ids.js";
import { Database } from "../../platform/database/database.js";
import { type ImportsTables, PORTFOLIO_IMPORT } from "../imports/index.js";
import { storedRule } from "./domain/stored-rule.js";
import type { SegmentDefinition, SegmentRule } from "./rules.js";
import { SEGMENT, type SegmentationTables } from "./segmentation.tables.js";

export interface Segment {
  readonly id: number;
  readonly publicId: string;
  readonly key: string;
  /** Empty for a default segment. */
  readonly name: string;
  /** Holds nobody where what is stored is no rule. */
  readonly rule: SegmentRule;
  readonly readable: boolean;
  readonly version: number;
  /** Null while its members are still to be looked for. */
  readonly refreshedOn: CalendarDate | null;
  readonly updatedAt: Instant;
  readonly archivedAt: Instant | null;
}

type SegmentRecord = Omit<Segment, "rule" | "readable"> & { readonly rule: string };

const NOBODY: SegmentRule = { not: { all: [] } };

const COLUMNS = [
  "id",
  "public_id as publicId",
  "segment_key as key",
  "name",
  "rule",
  "version",
  "refreshed_on as refreshedOn",
  "updated_at as updatedAt",
  "archived_at as archivedAt",
] as const;

@Injectable()
export class SegmentsStore {
  constructor(
    private readonly db: Database,
    private readonly ids: Ids,
  ) {}

  /** Those in use, in the order they were made: the default ones first. */
  async list(accountId: number): Promise<Segment[]> {
    return (await this.inUse(accountId).orderBy("id").execute()).map(segmentOf);
  }

  async byPublicId(accountId: number, publicId: string): Promise<Segment | null> {
    const row = await this.segments(accountId).where("public_id", "=", publicId).executeTakeFirst();
    return row ? segmentOf(row) : null;
  }

  async byKey(accountId: number, key: string): Promise<Segment | null> {
    const row = await this.inUse(accountId).where("segment_key", "=", key).executeTakeFirst();
    return row ? segmentOf(row) : null;
  }

  /** @returns how many were new; a key that is taken stays as it is */
  add(accountId: number, definitions: readonly (SegmentDefinition & { readonly name: string })[], now: Instant): Promise<number> {
    return this.db.insertIgnore(
      SEGMENT,
      definitions.map(({ key, name, rule }) => ({
        account_id: accountId,
        public_id: this.ids.next(),
        segment_key: key,
        name,
        rule: JSON.stringify(rule),
        version: 1,
        refreshed_on: null,
        refreshed_at: null,
        created_at: now,
        updated_at: now,
        archived_at: null,
      })),
    );
  }

  /** @returns false when somebody else changed it meanwhile */
  async change(accountId: number, segment: Segment, name: string, rule: SegmentRule, now: Instant): Promise<boolean> {
    const { numUpdatedRows } = await this.update(accountId, segment.id)
      .set({ name, rule: JSON.stringify(rule), version: segment.version + 1, refreshed_on: null, updated_at: now })
      .where("version", "=", segment.version)
      .where("archived_at", "is", null)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  /** Segments whose members are not those of `day`, or older than the last file that was read in. */
  async stale(accountId: number, day: CalendarDate): Promise<Segment[]> {
    const rows = await this.db
      .typed<SegmentationTables & ImportsTables>()
      .selectFrom(SEGMENT)
      .select(COLUMNS)
      .where("account_id", "=", accountId)
      .where("archived_at", "is", null)
      .where((is) => {
        const files = is.selectFrom(`${PORTFOLIO_IMPORT} as f`).select("f.id").where("f.account_id", "=", accountId);
        const newer = files.whereRef("f.finished_at", ">=", `${SEGMENT}.refreshed_at`);
        return is.or([is("refreshed_on", "is", null), is("refreshed_on", "<>", day), is.exists(newer)]);
      })
      .orderBy("id")
      .execute();
    return rows.map(segmentOf);
  }

  /** A rule that changed while its members were looked for leaves the segment stale. */
  async refreshed(accountId: number, { id, version }: Segment, day: CalendarDate, startedAt: Instant): Promise<void> {
    const refreshed = this.update(accountId, id).set({ refreshed_on: day, refreshed_at: startedAt });
    await refreshed.where("version", "=", version).execute();
  }

  async archive(accountId: number, id: number, now: Instant): Promise<void> {
    await this.update(accountId, id).set({ archived_at: now, updated_at: now }).where("archived_at", "is", null).execute();
  }

  private inUse(accountId: number) {
    return this.segments(accountId).where("archived_at", "is", null);
  }

  private segments(accountId: number) {
    return this.db.typed<SegmentationTables>().selectFrom(SEGMENT).select(COLUMNS).where("account_id", "=", accountId);
  }

  private update(accountId: number, id: number) {
    return this.db.typed<SegmentationTables>().updateTable(SEGMENT).where("account_id", "=", accountId).where("id", "=", id);
  }
}

function segmentOf(row: SegmentRecord): Segment {
  // One rule that cannot be read must not keep anybody from the others, nor from mending it.
  const rule = storedRule(row.rule);
  return { ...row, rule: rule ?? NOBODY, readable: rule !== null };
}
