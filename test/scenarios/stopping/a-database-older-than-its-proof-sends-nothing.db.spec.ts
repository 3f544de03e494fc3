import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { openPorts, openServer } from "../../../server/boot.js";
import { SaldoClient } from "../../../server/demo/saldo-client.js";
import { entities } from "../../../server/entities.js";
import { JournalService } from "../../../server/modules/journal/index.js";
import { CONFIG, type Config } from "../../../server/platform/config/config.js";
import { Database } from "../../../server/platform/database/database.js";
import type { SqlRow } from "../../../server/platform/database/dialect.js";
import { Logger } from "../../../server/platform/observability/logger.js";
import { system } from "../../../server/shared/actor.js";
import { createTestDatabase, type TestDatabase } from "../../support/database.js";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, openDesk, TOKENS } from "../../support/desk.js";
import { freePort } from "../../support/free-port.js";

const TABLES = entities.map((entity) => ({ name: entity.meta.tableName ?? "", tenant: "accountId" in entity.meta.properties }));

let desk: Desk;
let backup: Map<string, SqlRow[]>;
let restored: TestDatabase;
let server: Awaited<ReturnType<typeof openServer>>;
let admin: SaldoClient;

beforeAll(async () => {
  desk = await openDesk({ debts: debtsFile([{}, {}]) });
  backup = await takeBackup();
  await desk.turnOn();
  await desk.clock.runFor(60_000);
  // An export signs a checkpoint, which is kept beside the database as well.
  await desk.app.get(JournalService, { strict: false }).export(desk.account.id, system("test"));
});
afterAll(async () => {
  await server?.close();
  await desk?.close();
  await restored?.drop();
});

test("both debtors were reminded before the disaster", () => {
  expect(desk.sent()).toHaveLength(2);
});

test("the backup knows nothing of it; with sending on, nothing goes out and the account stops", async () => {
  await restore();
  await desk.clock.runFor(60_000);
  expect(desk.sent()).toHaveLength(2);
  const dispatch = (await admin.call<{ dispatch: object }>("GET", "/api/account")).dispatch;
  expect(dispatch).toMatchObject({ enabled: true, stopped: true });
});

test("the journal says why", async () => {
  type Page = { items: { payload: { code?: string } }[] };
  const stops = await admin.call<Page>("GET", "/api/journal?type=dispatch.stopped");
  expect(stops.items).toMatchObject([{ payload: { code: "database_restored" } }]);
});

test("that the journal has grown past the checkpoint again does not open the fence", async () => {
  const { seq } = (await desk.db.row<{ seq: number }>("select seq from journal_head where account_id = ?", [desk.account.id]))!;
  const db = server.get(Database);
  const head = async () =>
    Number((await db.row<{ seq: number }>("select seq from journal_head where account_id = ?", [desk.account.id]))?.seq);
  while ((await head()) <= seq + 2) await new SaldoClient(serverUrl()).signIn(desk.account.publicId, TOKENS.agent);
  // Whoever lifts a stop by hand in the database, or a second process, comes to the same fence.
  await db.inUnitOfWork("test", () => db.run("update account set dispatch_stopped = 0 where id = ?", [desk.account.id]));
  await desk.clock.runFor(60_000);
  expect(desk.sent()).toHaveLength(2);
  expect((await admin.call<{ dispatch: object }>("GET", "/api/account")).dispatch).toMatchObject({ stopped: true });
});

test("an administrator who has looked may go on, and what may have been sent before is not sent again", async () => {
  await admin.call("POST", "/api/account/resume", { reason: "Revisado en la mesa de ayuda" });
  await desk.clock.runFor(10 * 60_000);
  expect(desk.sent()).toHaveLength(2);
  expect((await admin.call<{ dispatch: object }>("GET", "/api/account")).dispatch).toMatchObject({ stopped: false });
});

const serverUrl = () => server.get<Config>(CONFIG).publicUrl;

async function takeBackup(): Promise<Map<string, SqlRow[]>> {
  const rows = new Map<string, SqlRow[]>();
  for (const { name, tenant } of TABLES)
    rows.set(name, await desk.db.rows<SqlRow>(`select * from ${name}${tenant ? " where account_id >= 0" : ""}`));
  return rows;
}

/** An older database beside newer files: what a restore leaves behind. */
async function restore(): Promise<void> {
  const { dataDir } = desk.app.get<Config>(CONFIG);
  const port = await freePort();
  restored = await createTestDatabase({
    SALDO_DATA_DIR: dataDir,
    SALDO_PORT: String(port),
    SALDO_PUBLIC_URL: `http://localhost:${port}`,
    SALDO_ALLOW_PRIVATE_HOSTS: "127.0.0.0/8,::1/128",
    SALDO_POLL_MS: "10000",
  });
  const ports = await openPorts(restored.config, { clock: desk.clock, logger: new Logger("silent"), ticks: "clock" });
  const db = new Database(ports.orm, desk.clock, ports.random, restored.config.database.dialect);
  await db.inUnitOfWork("test", async () => {
    for (const [table, rows] of backup) await db.insert(table, rows);
    await db.run("update account set dispatch_enabled = 1 where id = ?", [desk.account.id]);
  });
  server = await openServer(ports);
  await server.listen({ port, host: "localhost" });
  admin = new SaldoClient(serverUrl());
  await admin.signIn(desk.account.publicId, TOKENS.admin);
}
