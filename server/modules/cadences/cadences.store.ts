import { Injectable } from "@nestjs/common";
import type { Instant } from "../../shared/instant.js";
import { isRuleSized } from "../../shared/rule-size.js";
import { Database } from "../../platform/database/database.js";
import type { SqlRow } from "../../platform/database/dialect.js";
import { CADENCE, CADENCE_VERSION } from "./cadences.tables.js";
import { type Cadence, type CadenceBody, type CadenceExits, type CadenceStep, NO_EXITS } from "./rules.js";

export type CadenceStatus = "draft" | "published" | "paused" | "archived";

export interface CadenceRecord {
  readonly id: number;
  readonly publicId: string;
  readonly key: string;
  readonly priority: number;
  readonly status: CadenceStatus;
  readonly version: number | null;
  readonly draft: CadenceBody | null;
  readonly revision: number;
  readonly savedAt: Instant | null;
  readonly pausedAt: Instant | null;
  readonly pausedBy: string | null;
  readonly pauseReasonSealed: string | null;
}

export interface VersionRecord {
  readonly key: string;
  readonly version: number;
  readonly publishedAt: Instant;
  readonly publishedBy: string | null;
  readonly noteSealed: string | null;
  readonly body: CadenceBody;
}

interface VersionRow {
  readonly cadence_key: string;
  readonly version: number;
  readonly steps: string;
  readonly name: string | null;
  readonly segment_key: string | null;
  readonly exits: string | null;
  readonly published_at: Instant;
  readonly published_by: string | null;
  readonly note_sealed: string | null;
}

const COLUMNS = `id, public_id as publicId, cadence_key as cadenceKey, priority, status, version, draft, revision, saved_at as savedAt,
  paused_at as pausedAt, paused_by as pausedBy, pause_reason_sealed as pauseReasonSealed`;
const VERSION_COLUMNS = "v.cadence_key, v.version, v.steps, v.name, v.segment_key, v.exits, v.published_at, v.published_by, v.note_sealed";

@Injectable()
export class CadencesStore {
  constructor(private readonly db: Database) {}

  /** By priority; what is archived comes last. */
  async list(accountId: number): Promise<CadenceRecord[]> {
    const rows = await this.db.rows<RawRecord>(
      `select ${COLUMNS} from ${CADENCE} where account_id = ? order by case when status = 'archived' then 1 else 0 end, priority, id`,
      [accountId],
    );
    return rows.map(recordOf);
  }

  async byPublicId(accountId: number, publicId: string): Promise<CadenceRecord | null> {
    const row = await this.db.row<RawRecord>(`select ${COLUMNS} from ${CADENCE} where account_id = ? and public_id = ?`, [
      accountId,
      publicId,
    ]);
    return row && recordOf(row);
  }

  /** Holds the account's cadences until the commit: planning and publishing take turns, and so do two runs of the planner. */
  async lockAll(accountId: number): Promise<CadenceRecord[]> {
    return (await this.db.lock<RawRecord>(`select ${COLUMNS} from ${CADENCE} where account_id = ? order by id`, [accountId])).map(recordOf);
  }

  /** What plans now. */
  async inForce(accountId: number): Promise<Cadence[]> {
    const rows = await this.db.rows<VersionRow & { priority: number }>(
      `select ${VERSION_COLUMNS}, c.priority from ${CADENCE} c
         join ${CADENCE_VERSION} v on v.account_id = c.account_id and v.cadence_key = c.cadence_key and v.version = c.version
        where c.account_id = ? and c.status = 'published' order by c.priority, c.id`,
      [accountId],
    );
    return rows.map((row) => ({ ...bodyOf(row), key: row.cadence_key, version: row.version, priority: row.priority }));
  }

  /** Every published version, newest first; of one cadence or of all. */
  async versions(accountId: number, key?: string): Promise<VersionRecord[]> {
    const rows = await this.db.rows<VersionRow>(
      `select ${VERSION_COLUMNS} from ${CADENCE_VERSION} v where v.account_id = ?${key === undefined ? "" : " and v.cadence_key = ?"} order by v.cadence_key, v.version desc`,
      key === undefined ? [accountId] : [accountId, key],
    );
    return rows.map((row) => ({
      key: row.cadence_key,
      version: row.version,
      publishedAt: row.published_at,
      publishedBy: row.published_by,
      noteSealed: row.note_sealed,
      body: bodyOf(row),
    }));
  }

  /** Names of the cadences that use a segment, in what is in force or in a draft. */
  async namesUsing(accountId: number, segment: string): Promise<string[]> {
    const versions = new Map((await this.versions(accountId)).map((row) => [`${row.key}@${row.version}`, row.body]));
    return (await this.list(accountId)).flatMap((cadence) => {
      const bodies = [versions.get(`${cadence.key}@${cadence.version}`), cadence.draft].filter((body) => body?.segment === segment);
      return cadence.status === "archived" || bodies.length === 0 ? [] : [bodies[0]?.name ?? cadence.key];
    });
  }

  /** @returns how many were new; a key that is taken stays as it is */
  add(accountId: number, rows: readonly SqlRow[]): Promise<number> {
    return this.db.insertIgnore(
      CADENCE,
      rows.map((row) => ({ account_id: accountId, ...row })),
    );
  }

  /** @returns whether it was new */
  async addVersion(
    accountId: number,
    key: string,
    version: number,
    body: CadenceBody,
    by: { readonly at: Instant; readonly actor: string; readonly noteSealed: string | null },
  ): Promise<boolean> {
    const row = {
      account_id: accountId,
      cadence_key: key,
      version,
      steps: JSON.stringify(body.steps),
      name: body.name,
      segment_key: body.segment,
      exits: JSON.stringify(body.exits),
      note_sealed: by.noteSealed,
      published_at: by.at,
      published_by: by.actor,
    };
    return (await this.db.insertIgnore(CADENCE_VERSION, [row])) === 1;
  }

  /** Currency of the debt each message counts from, by message row id. */
  async anchorCurrencies(
    accountId: number,
    messages: readonly { readonly id: number; readonly debtor_id: number; readonly anchor_date: string | null }[],
  ): Promise<Map<number, string>> {
    const debtorIds = [...new Set(messages.map((message) => message.debtor_id))];
    const rows = await this.db.rows<{ debtor_id: number; due_date: string; currency: string }>(
      `select debtor_id, due_date, currency from debt where account_id = ? and status = 'open' and balance_minor > 0
          and debtor_id in (${debtorIds.map(() => "?").join(", ")}) order by id desc`,
      [accountId, ...debtorIds],
    );
    const currencies = new Map(rows.map((row) => [`${row.debtor_id}/${row.due_date}`, row.currency]));
    return new Map(
      messages.flatMap((message) => {
        const currency = currencies.get(`${message.debtor_id}/${message.anchor_date}`);
        return currency === undefined ? [] : [[message.id, currency] as const];
      }),
    );
  }

  async change(accountId: number, id: number, changes: SqlRow): Promise<void> {
    const columns = Object.keys(changes);
    await this.db.run(`update ${CADENCE} set ${columns.map((column) => `${column} = ?`).join(", ")} where account_id = ? and id = ?`, [
      ...Object.values(changes),
      accountId,
      id,
    ]);
  }
}

type RawRecord = Omit<CadenceRecord, "draft" | "key"> & { readonly draft: string | null; readonly cadenceKey: string };

function recordOf({ cadenceKey, draft, ...row }: RawRecord): CadenceRecord {
  return { ...row, key: cadenceKey, draft: draftIn(draft) };
}

function draftIn(text: string | null): CadenceBody | null {
  try {
    if (text === null) return null;
    const body = JSON.parse(text) as CadenceBody;
    return { ...body, steps: body.steps.map((step) => ({ ...step, condition: readable(step.condition) })) };
  } catch {
    return null;
  }
}

/** One version that cannot be read must not keep anybody from the others. */
function bodyOf(row: VersionRow): CadenceBody {
  const named = { name: row.name ?? row.cadence_key, segment: row.segment_key };
  try {
    return {
      ...named,
      steps: (JSON.parse(row.steps) as Partial<CadenceStep>[]).map(stepOf),
      exits: row.exits === null ? NO_EXITS : (JSON.parse(row.exits) as CadenceExits),
    };
  } catch {
    return { ...named, steps: [], exits: NO_EXITS, readable: false };
  }
}

/** Steps of the first versions had neither name nor condition. */
function stepOf({ id = "", name = id, offsetDays = 0, graceDays = 0, template = "", condition = null }: Partial<CadenceStep>): CadenceStep {
  return { id, name, offsetDays, graceDays, template, condition: readable(condition) };
}

/** One of none: no rule, so that the step is for nobody and is told as such, in a shape that can be edited. */
const TOO_LARGE = { any: [] };

/** A condition that is too large to be looked at must not keep anybody from reading the rest. */
function readable(condition: unknown): unknown {
  return isRuleSized(condition) ? condition : TOO_LARGE;
}
