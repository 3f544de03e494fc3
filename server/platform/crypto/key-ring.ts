import { Injectable, type OnModuleInit } from "@nestjs/common";
import { LRUCache } from "lru-cache";
import { Clock } from "../clock/clock.js";
import { Database } from "../database/database.js";
import { MasterKeys } from "./keys.js";
import { Entropy } from "./randomness.js";
import { Sealer, type DataKey, type SealPlace } from "./seal.js";
import { DataKeyRow } from "./data-key.entity.js";
import { DATA_KEY, type KeyTables } from "./data-key.tables.js";

type Subject = "account" | "debtor";

/** How long an unwrapped key stays in memory; bounds how long another process can still read an erased debtor. */
const CACHE_MS = 60_000;
const CACHE_SIZE = 20_000;

/** Data keys, wrapped by the master key in the table `data_key`. */
@Injectable()
export class KeyRing implements OnModuleInit {
  private readonly wrapping: Buffer;
  private readonly cache = new LRUCache<string, { key: DataKey; until: number }>({ max: CACHE_SIZE });
  /** Keys that a unit of work made, by its EntityManager: for itself only, until it is committed. */
  private readonly made = new WeakMap<object, Map<string, DataKey>>();

  constructor(
    private readonly db: Database,
    private readonly sealer: Sealer,
    private readonly entropy: Entropy,
    private readonly clock: Clock,
    keys: MasterKeys,
  ) {
    this.wrapping = keys.derive("wrap");
  }

  /**
   * Refuses to start over a database that another master key sealed: nothing could be read, and what is sealed now could not be read later.
   * @throws Error that says what to do
   */
  async onModuleInit(): Promise<void> {
    const any = await this.db.em.findOne(
      DataKeyRow,
      { accountId: { $gte: 0 } },
      { disableIdentityMap: true, orderBy: { accountId: "asc" } },
    );
    if (!any) return;
    try {
      this.unwrap(any.accountId, any.subject as Subject, any.subjectId, any.wrapped);
    } catch {
      throw new Error(
        "The master key is not the one this database was sealed with. Set SALDO_MASTER_KEY to that key, or put its saldo.keys back into SALDO_DATA_DIR.",
      );
    }
  }

  /** The key of one subject, made on first use. Call inside a unit of work when it may have to be made. */
  async of(accountId: number, subject: Subject, subjectId: number): Promise<DataKey> {
    const keys = await this.ofMany(accountId, subject, [subjectId]);
    return keys.get(subjectId) ?? this.create(accountId, subject, subjectId);
  }

  account(accountId: number): Promise<DataKey> {
    return this.of(accountId, "account", accountId);
  }

  debtor(accountId: number, debtorId: number): Promise<DataKey> {
    return this.of(accountId, "debtor", debtorId);
  }

  /** Keys that exist, by subject id; an erased subject is simply absent. */
  async ofMany(accountId: number, subject: Subject, subjectIds: readonly number[]): Promise<Map<number, DataKey>> {
    const found = new Map<number, DataKey>();
    const missing: number[] = [];
    const now = this.clock.monotonic();
    const made = this.db.inTransaction ? this.made.get(this.db.em) : undefined;
    for (const id of new Set(subjectIds)) {
      const name = cacheKey(accountId, subject, id);
      const cached = this.cache.get(name);
      const key = made?.get(name) ?? (cached && cached.until > now ? cached.key : undefined);
      if (key) found.set(id, key);
      else missing.push(id);
    }
    if (missing.length > 0) {
      const rows = await this.db
        .typed<KeyTables>()
        .selectFrom(DATA_KEY)
        .select(["subject_id as subjectId", "wrapped"])
        .where("account_id", "=", accountId)
        .where("subject", "=", subject)
        .where("subject_id", "in", missing)
        .execute();
      for (const row of rows) {
        const key = this.unwrap(accountId, subject, row.subjectId, row.wrapped);
        found.set(row.subjectId, key);
        this.rememberWhenStored(accountId, subject, row.subjectId, key);
      }
    }
    return found;
  }

  /** A key for a subject whose row is about to be inserted: seal with it, then `keep` it under the row's id in the same unit of work. */
  mint(): DataKey {
    return this.entropy.bytes(32);
  }

  /** Stores minted keys in one statement a chunk. @throws when a subject has a key already */
  async keep(accountId: number, subject: Subject, keys: ReadonlyMap<number, DataKey>): Promise<void> {
    const now = this.clock.now();
    // SQLite reuses the ids of a rolled-back insert: what was remembered of such a one must not seal anything here.
    for (const id of keys.keys()) this.cache.delete(cacheKey(accountId, subject, id));
    const rows = [...keys].map(([id, key]) => ({
      account_id: accountId,
      subject,
      subject_id: id,
      wrapped: this.sealer.seal(this.wrapping, place(accountId, subject, id), key.toString("base64")),
      created_at: now,
    }));
    await this.db.insert(DATA_KEY, rows);
    const unit = this.db.em;
    const made = this.made.get(unit) ?? new Map<string, DataKey>();
    for (const [id, key] of keys) made.set(cacheKey(accountId, subject, id), key);
    // Not remembered beyond the commit: an import would push out of the cache what others use.
    this.made.set(unit, made);
  }

  /** Destroys the key: what was sealed with it cannot be read again by anyone. */
  async destroy(accountId: number, subject: Subject, subjectId: number): Promise<void> {
    await this.db.em.nativeDelete(DataKeyRow, { accountId, subject, subjectId });
    this.cache.delete(cacheKey(accountId, subject, subjectId));
    this.made.get(this.db.em)?.delete(cacheKey(accountId, subject, subjectId));
  }

  private async create(accountId: number, subject: Subject, subjectId: number): Promise<DataKey> {
    const key = this.entropy.bytes(32);
    const wrapped = this.sealer.seal(this.wrapping, place(accountId, subject, subjectId), key.toString("base64"));
    const inserted = await this.db.insertIgnore(DATA_KEY, [
      { account_id: accountId, subject, subject_id: subjectId, wrapped, created_at: this.clock.now() },
    ]);
    // Another process was first: its key is the one in force.
    if (inserted === 0) {
      const other = (await this.ofMany(accountId, subject, [subjectId])).get(subjectId);
      if (!other) throw new Error(`The data key of ${subject} ${subjectId} was erased`);
      return other;
    }
    this.rememberWhenStored(accountId, subject, subjectId, key);
    return key;
  }

  private unwrap(accountId: number, subject: Subject, subjectId: number, wrapped: string): DataKey {
    return Buffer.from(this.sealer.open(this.wrapping, place(accountId, subject, subjectId), wrapped), "base64");
  }

  /** A key read or made in a unit of work may be rolled back with it: then it must not seal anything later. */
  private rememberWhenStored(accountId: number, subject: Subject, subjectId: number, key: DataKey): void {
    if (this.db.inTransaction) this.db.afterCommit(() => this.remember(accountId, subject, subjectId, key));
    else this.remember(accountId, subject, subjectId, key);
  }

  private remember(accountId: number, subject: Subject, subjectId: number, key: DataKey): void {
    this.cache.set(cacheKey(accountId, subject, subjectId), { key, until: this.clock.monotonic() + CACHE_MS });
  }
}

function cacheKey(accountId: number, subject: Subject, id: number): string {
  return `${accountId}/${subject}/${id}`;
}

function place(accountId: number, subject: Subject, id: number): SealPlace {
  return { accountId, table: DATA_KEY, column: "wrapped", row: `${subject}/${id}` };
}
