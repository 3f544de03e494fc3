import { openOrm } from "../../../../../server/platform/database/orm.js";
import { entities } from "../../../../../server/entities.js";
import { AccountNamesView } from "../../../../../server/modules/accounts/account-names.view.js";
import { ChainWriter } from "../../../../../server/modules/journal/chain-writer.service.js";
import { ChainedJournal } from "../../../../../server/modules/journal/chained-journal.service.js";
import { RecordObservers } from "../../../../../server/modules/journal/record-observers.service.js";
import { CheckpointSigner } from "../../../../../server/modules/journal/checkpoint-signer.service.js";
import { CheckpointStore } from "../../../../../server/modules/journal/checkpoint.store.js";
import { Checkpoints } from "../../../../../server/modules/journal/checkpoints.service.js";
import { FileCheckpointSink } from "../../../../../server/modules/journal/file-checkpoint-sink.adapter.js";
import { JournalExport } from "../../../../../server/modules/journal/journal-export.service.js";
import { JournalFeed } from "../../../../../server/modules/journal/journal-feed.service.js";
import { journalGuards } from "../../../../../server/modules/journal/journal-guards.plan.js";
import { JournalReader } from "../../../../../server/modules/journal/journal.reader.js";
import { JournalService } from "../../../../../server/modules/journal/journal.service.js";
import { JournalStore } from "../../../../../server/modules/journal/journal.store.js";
import { JournalVerifier } from "../../../../../server/modules/journal/journal-verifier.service.js";
import { RecordSealer } from "../../../../../server/modules/journal/record-sealer.service.js";
import { DebtorNamesView } from "../../../../../server/modules/portfolio/debtor-names.view.js";
import { SteppedClock } from "../../../../../server/platform/clock/stepped-clock.js";
import { Ids } from "../../../../../server/platform/crypto/ids.js";
import { KeyRing } from "../../../../../server/platform/crypto/key-ring.js";
import { loadKeys } from "../../../../../server/platform/crypto/keys.js";
import { SystemEntropy, SystemRandom } from "../../../../../server/platform/crypto/randomness.js";
import { Sealer } from "../../../../../server/platform/crypto/seal.js";
import { Database } from "../../../../../server/platform/database/database.js";
import type { SqlValue } from "../../../../../server/platform/database/dialect.js";
import { migrate } from "../../../../../server/platform/database/migrate.js";
import { Logger } from "../../../../../server/platform/observability/logger.js";
import type { Ports } from "../../../../../server/platform/platform.module.js";
import { ParkedWorkStore } from "../../../../../server/platform/work/parked-work.store.js";
import { WorkRows } from "../../../../../server/platform/work/work-rows.js";
import { system } from "../../../../../server/shared/actor.js";
import { createTestDatabase, testDialect } from "../../../../support/database.js";
import { SilentWorkAccounts } from "../../../../support/silent-work-accounts.js";

export const TESTER = system("test");

/** The journal on a database of its own, wired by hand, with one account and ways to meddle with it. */
export async function openJournal(options: { readonly guarded?: boolean } = {}) {
  const testDatabase = await createTestDatabase();
  const { config } = testDatabase;
  const orm = await openOrm(config, entities);
  await migrate(orm, options.guarded === true ? journalGuards(testDialect()) : []);

  const clock = new SteppedClock(Date.UTC(2026, 10, 23, 14));
  const entropy = new SystemEntropy();
  const random = new SystemRandom();
  const masterKeys = loadKeys(config, entropy);
  const db = new Database(orm, clock, random, testDialect());
  const sealer = new Sealer(entropy);
  const keys = new KeyRing(db, sealer, entropy, clock, masterKeys);
  const ids = new Ids(clock, entropy);

  const accountNames = new AccountNamesView(db);
  const debtorNames = new DebtorNamesView(db);
  const store = new JournalStore(db, accountNames);
  const records = new RecordSealer(db, keys, sealer, entropy);
  const logger = new Logger("silent");
  const feed = new JournalFeed(store, clock, logger);
  const journal = new ChainedJournal(db, clock, ids, new ChainWriter(store, debtorNames, records, clock), feed, new RecordObservers());
  const outside = new FileCheckpointSink(config);
  const checkpointStore = new CheckpointStore(db);
  const workRows = new WorkRows(new SilentWorkAccounts(db), new ParkedWorkStore(db, ids, clock), db, clock, logger);
  const signer = new CheckpointSigner(store, masterKeys, clock, logger);
  const checkpoints = new Checkpoints(db, journal, store, checkpointStore, signer, outside, workRows);
  const reader = new JournalReader(store, records);
  const verifier = new JournalVerifier(store, checkpointStore, outside, accountNames, debtorNames, records);
  const exporter = new JournalExport(store, checkpointStore, accountNames, records);
  const service = new JournalService(db, journal, accountNames, verifier, checkpoints, exporter);

  /** SQL behind the server's back. */
  const meddle = (sql: string, params: readonly SqlValue[] = []) =>
    orm.em
      .fork()
      .getConnection()
      .execute(sql, [...params], "run");
  const rows = <T extends object>(sql: string, params: readonly SqlValue[] = []) => db.rows<T>(sql, params);

  /** A row of an entity with the columns that matter here; the others are empty. @returns its id */
  const add = async (entity: string, columns: Readonly<Record<string, SqlValue>>) => {
    const { tableName, props } = orm.getMetadata().getByClassName(entity);
    const needed = props.filter(({ primary, nullable }) => !primary && nullable !== true);
    const row = {
      ...Object.fromEntries(needed.map(({ runtimeType, fieldNames }) => [fieldNames[0]!, runtimeType === "string" ? "" : 0])),
      ...columns,
    };
    const names = Object.keys(row);
    await meddle(`insert into ${tableName} (${names.join(", ")}) values (${names.map(() => "?").join(", ")})`, Object.values(row));
    const [added] = await rows<{ id: number }>(`select id from ${tableName} where public_id = ?`, [row["public_id"]!]);
    return added!.id;
  };
  const addAccount = async () => {
    const publicId = ids.next();
    return {
      id: await add("Account", { public_id: publicId, webhook_key: publicId, host_base_url: `https://${publicId}.example` }),
      publicId,
    };
  };
  const account = await addAccount();
  const addDebtor = async (accountId = account.id) => {
    const publicId = ids.next();
    return { id: await add("DebtorRow", { account_id: accountId, public_id: publicId, external_id: publicId, zones: "[]" }), publicId };
  };
  /** One unit of work with so many records about nobody. */
  const addRecords = (count: number, accountId = account.id) =>
    db.inUnitOfWork("test", async () => {
      for (let n = 1; n <= count; n++) journal.append(accountId, { type: "thing.counted", version: 1, actor: TESTER, payload: { n } });
    });

  const ports: Ports = { config, orm, clock, random, entropy, logger, ticks: "none" };
  return {
    /** For a Nest application over the same database. */
    ports,
    config,
    clock,
    db,
    keys,
    masterKeys,
    journal,
    store,
    reader,
    verifier,
    checkpoints,
    checkpointStore,
    outside,
    exporter,
    service,
    feed,
    /** A feed as another process has one. */
    otherFeed: new JournalFeed(store, clock, logger),
    account,
    addAccount,
    addDebtor,
    addRecords,
    meddle,
    rows,
    drop: () => testDatabase.drop(),
    async close() {
      await orm.close(true);
      await testDatabase.drop();
    },
  };
}

export type JournalBench = Awaited<ReturnType<typeof openJournal>>;

export async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}
