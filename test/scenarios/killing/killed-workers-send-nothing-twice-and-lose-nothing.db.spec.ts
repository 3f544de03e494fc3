import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { openPorts, openServer } from "../../../server/boot.js";
import { approveTemplates } from "../../../server/demo/demo-installation.js";
import { lawfulStart } from "../../support/lawful-start.js";
import { SaldoClient } from "../../../server/demo/saldo-client.js";
import { AccountDirectory, SetupCodes } from "../../../server/modules/accounts/index.js";
import { JournalVerifier } from "../../../server/modules/journal/index.js";
import { TemplateLibrary } from "../../../server/modules/templates/index.js";
import { SystemClock } from "../../../server/platform/clock/system-clock.js";
import { SeededRandom, SystemEntropy } from "../../../server/platform/crypto/randomness.js";
import { Database } from "../../../server/platform/database/database.js";
import { Logger } from "../../../server/platform/observability/logger.js";
import { createSandbox, type Sandbox } from "../../../server/sandbox/index.js";
import { addDays } from "../../../server/shared/calendar.js";
import { localDate } from "../../../server/shared/zone.js";
import { createTestDatabase, type TestDatabase, testDialect, testRedisUrl } from "../../support/database.js";
import { debtsFile } from "../../support/debts-file.js";
import { connection, TOKENS } from "../../support/desk.js";
import { freePort } from "../../support/free-port.js";
import { SaldoProcess } from "../../support/saldo-processes.js";

/** CI runs a short share; `SALDO_KILL_REPEATS=10 SALDO_KILL_MESSAGES=500` is the long search. */
const REPEATS = Number(process.env["SALDO_KILL_REPEATS"] ?? 1);
const MESSAGES = Number(process.env["SALDO_KILL_MESSAGES"] ?? 120);
const SETTLE = { SALDO_SETTLE_MS: "2000", SALDO_SECOND_LOOK_MS: "1000" };
const TERMINAL = "'accepted', 'at_whatsapp', 'delivered', 'read', 'failed', 'unsent'";

const real = new SystemClock();
const clock = new SystemClock(lawfulStart(real.now()) - real.now());
const random = new SeededRandom(20_261_122);
let sandbox: Sandbox;
let database: TestDatabase;
let environment: Record<string, string>;

beforeAll(async () => {
  sandbox = await createSandbox({ clock, random: new SeededRandom(3), entropy: new SystemEntropy(), nodeEnv: "test" });
  // A helpdesk that takes its time widens every window of the protocol.
  sandbox.faults.add({ kind: "delay", ms: 150 });
  await approveTemplates(sandbox, await TemplateLibrary.load("templates"));
});
afterAll(async () => {
  await sandbox?.close();
});

/** Installs and imports, then leaves only the database behind. */
async function prepare(): Promise<number> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  database = await createTestDatabase({
    ...SETTLE,
    SALDO_PORT: String(port),
    SALDO_PUBLIC_URL: url,
    SALDO_ALLOW_PRIVATE_HOSTS: "127.0.0.0/8,::1/128",
    SALDO_HOST_RATE: "60",
    SALDO_POLL_MS: "200",
    ...(testDialect() === "mysql" ? { SALDO_REDIS_URL: testRedisUrl() } : {}),
  });
  environment = { ...database.environment, SALDO_TEST_CLOCK_OFFSET: String(clock.now() - real.now()) };
  const app = await openServer(await openPorts(database.config, { clock, logger: new Logger("silent"), ticks: "none" }));
  try {
    await app.listen({ port, host: "localhost" });
    const admin = new SaldoClient(url);
    const { code } = await app.get(SetupCodes).create();
    const { account } = await admin.call<{ account: string }>("POST", "/api/setup/connect", connection(sandbox.url, code));
    await admin.signIn(account, TOKENS.admin);
    for (let sendable = false; !sendable;) {
      const { items } = await admin.call<{ items: { sendable: boolean }[] }>("POST", "/api/templates/sync", {});
      sendable = items.some((template) => template.sendable);
    }
    const dueDate = addDays(localDate("America/Bogota", clock.now()), -12);
    await admin.call("POST", "/api/imports", {
      kind: "debts",
      fileName: "d.csv",
      text: debtsFile(Array.from({ length: MESSAGES }, () => ({ dueDate }))),
    });
    for (let due = 0; due < MESSAGES;) {
      const today = await admin.call<{ counts: { allowed: number }; planDigest: string }>("GET", "/api/today?limit=1");
      due = today.counts.allowed;
      if (due === MESSAGES) await admin.call("POST", "/api/account/dispatch", { enabled: true, seenPlan: today.planDigest });
    }
    return (await app.get(AccountDirectory).list())[0]!.id;
  } finally {
    await app.close();
  }
}

async function judge(accountId: number) {
  const ports = await openPorts({ ...database.config, redisUrl: null }, { clock, logger: new Logger("silent"), ticks: "none" });
  const app = await openServer(ports);
  try {
    const db = app.get(Database);
    const rows = await db.rows<{ state: string; n: number }>(
      "select state, count(*) as n from outbox_message where account_id = ? group by state",
      [accountId],
    );
    const refs = await db.rows<{ ref: string; state: string }>("select ref, state from outbox_message where account_id = ?", [accountId]);
    const found = await db.row<{ n: number }>(
      `select count(*) as n from journal_record where account_id = ? and actor = 'system:reconciler' and type <> 'message.proven_absent'`,
      [accountId],
    );
    return { rows, refs, found: Number(found?.n ?? 0), verdict: await app.get(JournalVerifier).verify(accountId) };
  } finally {
    await app.close();
  }
}

async function openMessages(accountId: number, db: Database): Promise<number> {
  const row = await db.row<{ n: number }>(`select count(*) as n from outbox_message where account_id = ? and state not in (${TERMINAL})`, [
    accountId,
  ]);
  return Number(row?.n ?? 0);
}

function states(accountId: number, db: Database): Promise<object[]> {
  return db.rows(
    "select state, reason, verdict, count(*) as n, min(not_before) as due from outbox_message where account_id = ? group by state, reason, verdict",
    [accountId],
  );
}

for (let repeat = 1; repeat <= REPEATS; repeat++) {
  test(`${MESSAGES} messages, processes killed at random moments, run ${repeat}`, async () => {
    const accountId = await prepare();
    const workers = [
      new SaldoProcess(environment),
      ...(testDialect() === "mysql"
        ? [new SaldoProcess({ ...environment, SALDO_PORT: String(await freePort()), SALDO_ROLE: "worker" })]
        : []),
    ];
    let kills = 0;
    const watch = await openPorts(database.config, { clock, logger: new Logger("silent"), ticks: "none" });
    const db = new Database(watch.orm, clock, watch.random, database.config.database.dialect);
    try {
      await Promise.all(workers.map((worker) => worker.start()));
      const giveUp = clock.monotonic() + 540_000;
      while ((await openMessages(accountId, db)) > 0) {
        if (clock.monotonic() > giveUp) throw new Error(`Still open after nine minutes: ${JSON.stringify(await states(accountId, db))}`);
        await pause(150 + random.int(900));
        if (kills >= 16) continue;
        // One of them, or all at once: then whatever was being sent is orphaned for sure.
        const victims = random.int(2) === 0 ? workers : [workers[random.int(workers.length)]!];
        await Promise.all(victims.map((victim) => victim.kill("SIGKILL")));
        kills += victims.length;
        await Promise.all(victims.map((victim) => victim.start()));
      }
      expect(kills).toBeGreaterThan(0);
    } finally {
      await Promise.all(workers.map((worker) => worker.kill("SIGKILL")));
      await watch.orm.close(true);
    }
    const { refs, rows, found, verdict } = await judge(accountId);
    const unsent = refs.filter(({ state }) => state === "unsent").length;
    process.stderr.write(`${kills} kills, ${found} messages found by the reconciler, ${unsent} proven never to have left\n`);
    const doubles = refs.filter(({ ref }) => sandbox.messagesWithRef(ref).length > 1);
    const missing = refs.filter(({ ref, state }) => state !== "unsent" && sandbox.messagesWithRef(ref).length !== 1);
    const wronglyAbsent = refs.filter(({ ref, state }) => state === "unsent" && sandbox.messagesWithRef(ref).length > 0);
    expect({ doubles, missing, wronglyAbsent }).toEqual({ doubles: [], missing: [], wronglyAbsent: [] });
    expect(rows.reduce((total, row) => total + Number(row.n), 0)).toBe(MESSAGES);
    expect(verdict.ok).toBe(true);
    await database.drop();
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => clock.at(clock.now() + ms, () => resolve()));
}
