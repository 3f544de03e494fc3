import { Injectable } from "@nestjs/common";
import type { CalendarDate } from "../../shared/calendar.js";
import type { Instant } from "../../shared/instant.js";
import { Ids } from "../../platform/crypto/ids.js";
import { Database } from "../../platform/database/database.js";
import { PORTFOLIO_IMPORT } from "../imports/index.js";
import { storedRule } from "./domain/stored-rule.js";
import type { SegmentDefinition, SegmentRule } from "./rules.js";
import { SEGMENT } from "./segmentation.tables.js";

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

const COLUMNS =
  "id, public_id as publicId, segment_key as `key`, name, rule, version, refreshed_on as refreshedOn, updated_at as updatedAt, archived_at as archivedAt";

@Injectable()
export class SegmentsStore {
  constructor(
    private readonly db: Database,
    private readonly ids: Ids,
  ) {}

  /** Those in use, in the order they were made: the default ones first. */
  async list(accountId: number): Promise<Segment[]> {
    const rows = await this.db.rows<SegmentRecord>(
      `select ${COLUMNS} from ${SEGMENT} where account_id = ? and archived_at is null order by id`,
      [accountId],
    );
    return rows.map(segmentOf);
  }

  async byPublicId(accountId: number, publicId: string): Promise<Segment | null> {
    const row = await this.db.row<SegmentRecord>(`select ${COLUMNS} from ${SEGMENT} where account_id = ? and public_id = ?`, [
      accountId,
      publicId,
    ]);
    return row && segmentOf(row);
  }

  async byKey(accountId: number, key: string): Promise<Segment | null> {
    const row = await this.db.row<SegmentRecord>(
      `select ${COLUMNS} from ${SEGMENT} where account_id = ? and segment_key = ? and archived_at is null`,
      [accountId, key],
    );
    return row && segmentOf(row);
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
    const changed = await this.db.run(
      `update ${SEGMENT} set name = ?, rule = ?, version = version + 1, refreshed_on = null, updated_at = ? where account_id = ? and id = ? and version = ? and archived_at is null`,
      [name, JSON.stringify(rule), now, accountId, segment.id, segment.version],
    );
    return changed === 1;
  }

  /** Segments whose members are not those of `day`, or older than the last file that was read in. */
  async stale(accountId: number, day: CalendarDate): Promise<Segment[]> {
    const rows = await this.db.rows<SegmentRecord>(
      `select ${COLUMNS} from ${SEGMENT} where account_id = ? and archived_at is null
          and (refreshed_on is null or refreshed_on <> ?
               or exists (select 1 from ${PORTFOLIO_IMPORT} f where f.account_id = ? and f.finished_at >= ${SEGMENT}.refreshed_at))
        order by id`,
      [accountId, day, accountId],
    );
    return rows.map(segmentOf);
  }

  /** A rule that changed while its members were looked for leaves the segment stale. */
  async refreshed(accountId: number, { id, version }: Segment, day: CalendarDate, startedAt: Instant): Promise<void> {
    await this.db.run(`update ${SEGMENT} set refreshed_on = ?, refreshed_at = ? where account_id = ? and id = ? and version = ?`, [
      day,
      startedAt,
      accountId,
      id,
      version,
    ]);
  }

  async archive(accountId: number, id: number, now: Instant): Promise<void> {
    await this.db.run(`update ${SEGMENT} set archived_at = ?, updated_at = ? where account_id = ? and id = ? and archived_at is null`, [
      now,
      now,
      accountId,
      id,
    ]);
  }
}

function segmentOf(row: SegmentRecord): Segment {
  // One rule that cannot be read must not keep anybody from the others, nor from mending it.
  const rule = storedRule(row.rule);
  return { ...row, rule: rule ?? NOBODY, readable: rule !== null };
}
