import { Injectable } from "@nestjs/common";
import type { Insertable, Selectable, Updateable } from "kysely";
import type { Instant } from "../../shared/instant.js";
import { isRuleSized } from "../../shared/rule-size.js";
import { Database } from "../../platform/database/database.js";
import { DEBT, type PortfolioTables } from "../portfolio/index.js";
import { CADENCE, CADENCE_VERSION, type CadencesTables } from "./cadences.tables.js";
import { type Cadence, type CadenceBody, type CadenceExits, type CadenceStatus, type CadenceStep, NO_EXITS } from "./rules.js";

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

const COLUMNS = [
  "id",
  "public_id as publicId",
  "cadence_key as key",
  "priority",
  "status",
  "version",
  "draft",
  "revision",
  "saved_at as savedAt",
  "paused_at as pausedAt",
  "paused_by as pausedBy",
  "pause_reason_sealed as pauseReasonSealed",
] as const;
const VERSION_COLUMNS = [
  "v.cadence_key",
  "v.version",
  "v.steps",
  "v.name",
  "v.segment_key",
  "v.exits",
  "v.published_at",
  "v.published_by",
  "v.note_sealed",
] as const;

type VersionRow = Pick<Selectable<CadencesTables["cadence_version"]>, "cadence_key" | "steps" | "name" | "segment_key" | "exits">;
export type NewCadence = Omit<Insertable<CadencesTables["cadence"]>, "id" | "account_id">;
/** What may become of a cadence: never which one it is. */
export type CadenceRowChanges = Omit<
  Updateable<CadencesTables["cadence"]>,
  "id" | "account_id" | "public_id" | "cadence_key" | "created_at"
>;

@Injectable()
export class CadencesStore {
  constructor(private readonly db: Database) {}

  /** By priority; what is archived comes last. */
  async list(accountId: number): Promise<CadenceRecord[]> {
    const rows = await this.cadences(accountId)
      .orderBy((is) => is.case().when("status", "=", "archived").then(1).else(0).end())
      .orderBy("priority")
      .orderBy("id")
      .execute();
    return rows.map(recordOf);
  }

  async byPublicId(accountId: number, publicId: string): Promise<CadenceRecord | null> {
    const row = await this.cadences(accountId).where("public_id", "=", publicId).executeTakeFirst();
    return row ? recordOf(row) : null;
  }

  /** Holds the account's cadences until the commit: planning and publishing take turns, and so do two runs of the planner. */
  async lockAll(accountId: number): Promise<CadenceRecord[]> {
    return (await this.db.held(this.cadences(accountId).orderBy("id")).execute()).map(recordOf);
  }

  /** What plans now. */
  async inForce(accountId: number): Promise<Cadence[]> {
    const rows = await this.tables
      .selectFrom(`${CADENCE} as c`)
      .innerJoin(`${CADENCE_VERSION} as v`, (join) =>
        join.onRef("v.account_id", "=", "c.account_id").onRef("v.cadence_key", "=", "c.cadence_key").onRef("v.version", "=", "c.version"),
      )
      .select(VERSION_COLUMNS)
      .select("c.priority")
      .where("c.account_id", "=", accountId)
      .where("c.status", "=", "published")
      .orderBy("c.priority")
      .orderBy("c.id")
      .execute();
    return rows.map((row) => ({ ...bodyOf(row), key: row.cadence_key, version: row.version, priority: row.priority }));
  }

  /** Every published version, newest first; of one cadence or of all. */
  async versions(accountId: number, key?: string): Promise<VersionRecord[]> {
    const all = this.tables.selectFrom(`${CADENCE_VERSION} as v`).select(VERSION_COLUMNS).where("v.account_id", "=", accountId);
    const some = key === undefined ? all : all.where("v.cadence_key", "=", key);
    const rows = await some.orderBy("v.cadence_key").orderBy("v.version", "desc").execute();
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
  add(accountId: number, cadence: NewCadence): Promise<number> {
    return this.db.insertIgnore(CADENCE, [{ account_id: accountId, ...cadence }]);
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
    if (debtorIds.length === 0) return new Map();
    const rows = await this.db
      .typed<PortfolioTables>()
      .selectFrom(DEBT)
      .select(["debtor_id", "due_date", "currency"])
      .where("account_id", "=", accountId)
      .where("status", "=", "open")
      .where("balance_minor", ">", 0)
      .where("debtor_id", "in", debtorIds)
      .orderBy("id", "desc")
      .execute();
    const currencies = new Map(rows.map((row) => [`${row.debtor_id}/${row.due_date}`, row.currency]));
    return new Map(
      messages.flatMap((message) => {
        const currency = currencies.get(`${message.debtor_id}/${message.anchor_date}`);
        return currency === undefined ? [] : [[message.id, currency] as const];
      }),
    );
  }

  async change(accountId: number, id: number, changes: CadenceRowChanges): Promise<void> {
    await this.tables.updateTable(CADENCE).set(changes).where("account_id", "=", accountId).where("id", "=", id).execute();
  }

  private cadences(accountId: number) {
    return this.tables.selectFrom(CADENCE).select(COLUMNS).where("account_id", "=", accountId);
  }

  private get tables() {
    return this.db.typed<CadencesTables>();
  }
}

type RawRecord = Omit<CadenceRecord, "draft"> & { readonly draft: string | null };

function recordOf(row: RawRecord): CadenceRecord {
  return { ...row, draft: draftIn(row.draft) };
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
