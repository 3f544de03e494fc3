import { Global, Module } from "@nestjs/common";
import { Test } from "@nestjs/testing";
import { entities } from "../../../../../server/entities.js";
import { RecordedConversations } from "../../../../../server/modules/host/conversations/debtor-conversations.adapter.js";
import { HostConversationStore } from "../../../../../server/modules/host/conversations/host-conversation.store.js";
import { Journal, type JournalEntry } from "../../../../../server/modules/journal/journal.port.js";
import { ContactedSince, ImportPreviews, Imports, ImportsModule, sourceFromText } from "../../../../../server/modules/imports/index.js";
import { ContactedSinceView } from "../../../../../server/modules/outbox/contacted-since.view.js";
import { Payments } from "../../../../../server/modules/payments/index.js";
import { DebtorConversations, DebtorsStore, PortfolioReader } from "../../../../../server/modules/portfolio/index.js";
import { SteppedClock } from "../../../../../server/platform/clock/stepped-clock.js";
import { SeededRandom, SystemEntropy } from "../../../../../server/platform/crypto/randomness.js";
import { Database } from "../../../../../server/platform/database/database.js";
import type { SqlValue } from "../../../../../server/platform/database/dialect.js";
import { openOrm } from "../../../../../server/platform/database/orm.js";
import { Logger } from "../../../../../server/platform/observability/logger.js";
import { RefusalJournal } from "../../../../../server/platform/observability/refusal-journal.port.js";
import { PlatformModule } from "../../../../../server/platform/platform.module.js";
import { QueueModule } from "../../../../../server/platform/queue/queue.module.js";
import { WorkAccounts } from "../../../../../server/platform/work/work-accounts.port.js";
import { createTestDatabase } from "../../../../support/database.js";
import { SilentWorkAccounts } from "../../../../support/silent-work-accounts.js";

/** Remembers what was appended in units of work that came to their end. */
class RecordingJournal extends Journal {
  readonly entries: (JournalEntry & { readonly accountId: number })[] = [];
  db!: Database;

  append(accountId: number, entry: JournalEntry): string {
    this.db.afterCommit(() => void this.entries.push({ accountId, ...entry }));
    return "";
  }
}

export type Bench = Awaited<ReturnType<typeof openPortfolio>>;
export type Outcome = { created: number; updated: number; unchanged: number; rejected: number };

/** The portfolio module on a database of its own, with two accounts and a journal that only remembers. */
export async function openPortfolio() {
  const testDatabase = await createTestDatabase();
  const statements: string[] = [];
  const orm = await openOrm(testDatabase.config, entities, (sql) => void statements.push(sql));
  await orm.schema.create();
  const clock = new SteppedClock(Date.parse("2026-11-20T15:00:00Z"));
  const journal = new RecordingJournal();

  @Global()
  @Module({
    providers: [
      { provide: Journal, useValue: journal },
      { provide: WorkAccounts, useClass: SilentWorkAccounts },
      { provide: ContactedSince, useClass: ContactedSinceView },
      {
        provide: DebtorConversations,
        useFactory: (db: Database) => new RecordedConversations(new HostConversationStore(db)),
        inject: [Database],
      },
      { provide: RefusalJournal, useValue: { record: () => Promise.resolve() } },
    ],
    exports: [ContactedSince, DebtorConversations, Journal, RefusalJournal, WorkAccounts],
  })
  class JournalStandIn {}

  const ports = {
    config: testDatabase.config,
    orm,
    clock,
    random: new SeededRandom(1),
    entropy: new SystemEntropy(),
    logger: new Logger("silent"),
    ticks: "none" as const,
  };
  const app = await Test.createTestingModule({
    imports: [PlatformModule.register(ports), QueueModule.register(testDatabase.config), JournalStandIn, ImportsModule],
  }).compile();
  await app.init();
  const db = app.get(Database);
  journal.db = db;

  const addAccount = async (name: string) => {
    const texts = [
      "public_id",
      "name",
      "host_base_url",
      "token_sealed",
      "inbox_name",
      "webhook_key",
      "label",
      "creditor_name",
      "payment_url",
      "declared_by_sealed",
    ];
    const numbers = ["host_account_id", "inbox_id", "dispatch_enabled", "dispatch_stopped", "declared_at", "created_at"];
    const row: Record<string, SqlValue> = { locale: "es", zone: "America/Bogota" };
    for (const column of texts) row[column] = name;
    for (const column of numbers) row[column] = 0;
    await db.inUnitOfWork("test", () => db.insert("account", [row]));
    return (await db.row<{ id: number }>("select id from account where public_id = ?", [name]))!.id;
  };
  const accountId = await addAccount("one");
  const otherAccountId = await addAccount("two");
  const administrator = (id: number) => ({ kind: "person", accountId: id, hostUserId: 1, role: "administrator" }) as const;

  return {
    app,
    db,
    clock,
    statements,
    entries: journal.entries,
    accountId,
    otherAccountId,
    actor: administrator(accountId),
    otherActor: administrator(otherAccountId),
    reader: app.get(PortfolioReader),
    imports: app.get(Imports),
    previews: app.get(ImportPreviews),
    payments: app.get(Payments),
    async importText(text: string, kind: "debts" | "payments" = "debts", account = accountId): Promise<Outcome & { publicId: string }> {
      const ended = await app.get(Imports).run(account, kind, sourceFromText("file.csv", text), administrator(account));
      const { created, updated, unchanged, rejected } = ended;
      return { created, updated, unchanged, rejected, publicId: ended.public_id };
    },
    /** Whose number it is, however a network spells it; null when it is nobody's or more than one's. */
    async debtorIdByPhone(number: string, account = accountId): Promise<number | null> {
      const hash = app.get(PortfolioReader).phoneHash(account, number);
      const ids = (await app.get(DebtorsStore).holders(account, "phone", [hash])).get(hash) ?? [];
      return ids.length === 1 ? ids[0]! : null;
    },
    /** All rows of a table, without what every run does differently. */
    dump: (table: string) => db.rows<Record<string, SqlValue>>(`select * from ${table} order by id`),
    /** Reference → balance and status. */
    async balances(): Promise<Record<string, string>> {
      const rows = await db.rows<{ reference: string; balance_minor: number; status: string }>(
        "select reference, balance_minor, status from debt order by reference",
      );
      return Object.fromEntries(rows.map((row) => [row.reference, `${row.balance_minor} ${row.status}`]));
    },
    typesSince: (index: number) => journal.entries.slice(index).map(({ type }) => type),
    async close() {
      await app.close();
      await testDatabase.drop();
    },
  };
}

const HEADER =
  "external_id,name,phone,country,document,consent,consent_source,consent_date,reference,product,amount,balance,currency,due_date";

/** A file of debts; each row overrides what matters. */
export function debtsCsv(...rows: readonly Partial<Record<string, string>>[]): string {
  const plain: Record<string, string> = {
    external_id: "C-1",
    name: "Ana Pérez",
    phone: "3001234567",
    country: "CO",
    document: "",
    consent: "whatsapp",
    consent_source: "contrato",
    consent_date: "2026-01-15",
    reference: "F-1",
    product: "Libranza",
    amount: "1000.00",
    balance: "800.00",
    currency: "COP",
    due_date: "2026-11-01",
  };
  const columns = HEADER.split(",");
  return [HEADER, ...rows.map((row) => columns.map((column) => row[column] ?? plain[column]).join(","))].join("\n");
}

export function payment(overrides: Partial<Parameters<Payments["record"]>[1]> = {}): Parameters<Payments["record"]>[1] {
  return {
    externalId: "P-1",
    debtReference: "F-1",
    debtorExternalId: null,
    amountMinor: 30_000,
    currency: "COP",
    valueDate: "2026-11-19",
    ...overrides,
  };
}
