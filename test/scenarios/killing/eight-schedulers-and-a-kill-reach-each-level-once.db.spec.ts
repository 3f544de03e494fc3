import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { openContext, openPorts } from "../../../server/boot.js";
import { ClockSweep } from "../../../server/modules/escalations/clocks/clock-sweep.service.js";
import { Escalations } from "../../../server/modules/escalations/index.js";
import { SystemClock } from "../../../server/platform/clock/system-clock.js";
import { SeededRandom } from "../../../server/platform/crypto/randomness.js";
import { Database } from "../../../server/platform/database/database.js";
import { Logger } from "../../../server/platform/observability/logger.js";
import { JobQueue } from "../../../server/platform/queue/job-queue.js";
import { HOUR } from "../../../server/shared/instant.js";
import { createTestDatabase, type TestDatabase, testDialect, testRedisUrl } from "../../support/database.js";
import { freePort } from "../../support/free-port.js";
import { SaldoProcess } from "../../support/saldo-processes.js";

/** CI runs a short share; `SALDO_CLOCK_REPEATS=20 SALDO_CLOCK_CASES=500` is the long search. */
const REPEATS = Number(process.env["SALDO_CLOCK_REPEATS"] ?? 2);
const CASES = Number(process.env["SALDO_CLOCK_CASES"] ?? 40);
/** Sweepers of this process, each with a transaction of its own, beside two processes that are killed. */
const SWEEPERS = 6;

const onMysql = testDialect() === "mysql" ? test : test.skip;
const real = new SystemClock();
/** Friday at four in Bogotá: whoever has waited for three hours has waited in hours of the desk. */
const offset = Date.parse("2026-11-20T21:00:00Z") - real.now();
const clock = new SystemClock(offset);
const random = new SeededRandom(20_261_201);

let database: TestDatabase;
let app: Awaited<ReturnType<typeof openContext>>;
let accountId: number;
let environment: Record<string, string>;

beforeAll(async () => {
  if (testDialect() !== "mysql") return;
  database = await createTestDatabase({ SALDO_POLL_MS: "200", SALDO_REDIS_URL: testRedisUrl() });
  environment = { ...database.environment, SALDO_TEST_CLOCK_OFFSET: String(offset), SALDO_ROLE: "worker" };
  app = await openContext(await openPorts({ ...database.config, role: "web" }, { clock, logger: new Logger("silent"), ticks: "none" }));
  accountId = await anAccount(app.get(Database));
});
afterAll(async () => {
  await app?.close();
  await database?.drop();
});

for (let repeat = 1; repeat <= REPEATS; repeat++) {
  onMysql(`${CASES} answers missed at once, run ${repeat}: each level once, none lost`, async () => {
    const db = app.get(Database);
    const sweep = app.get(ClockSweep);
    const processes = await Promise.all([worker(), worker()]);
    await missed(repeat);
    const sweepers = Array.from({ length: SWEEPERS }, async () => {
      while (await sweep.turn(accountId));
    });
    await app.get(JobQueue).wake("clocks");
    for (const one of processes) {
      await pause(random.int(120));
      await one.kill();
    }
    await Promise.all(sweepers);
    // What a killed process had claimed is free again: its transaction ended with it.
    while (await sweep.turn(accountId));
    expect(await counts(db)).toEqual({
      marks: 2 * CASES * repeat,
      records: 2 * CASES * repeat,
      notes: CASES * repeat,
      urgent: CASES * repeat,
      waiting: 0,
    });
  });
}

async function worker(): Promise<SaldoProcess> {
  const one = new SaldoProcess({ ...environment, SALDO_PORT: String(await freePort()) });
  await one.start();
  return one;
}

/** Cases whose debtors have waited for three hours: two levels of each are behind. */
async function missed(repeat: number): Promise<void> {
  const at = clock.now() - 3 * HOUR;
  for (let n = 0; n < CASES; n++) {
    const call = { debtorId: null, conversationId: repeat * 10_000 + n, reason: "question", messageId: 1, at, pause: false } as const;
    await app.get(Database).inUnitOfWork("test", () => app.get(Escalations).call(accountId, call));
  }
}

async function counts(db: Database): Promise<Record<string, number>> {
  const count = async (from: string) =>
    Number((await db.rows<{ n: number }>(`select count(*) as n from ${from} and account_id = ?`, [accountId]))[0]!.n);
  return {
    marks: await count("level_mark where 1 = 1"),
    records: await count("journal_record where type = 'case.level_reached'"),
    notes: await count("host_action where kind = 'note' and target is not null"),
    urgent: await count("host_action where kind = 'urgent'"),
    waiting: await count(`case_clock where wake_at <= ${clock.now()}`),
  };
}

async function anAccount(db: Database): Promise<number> {
  const account = {
    public_id: "01933f00-0000-7000-8000-000000000001",
    name: "Eight",
    host_base_url: "http://127.0.0.1:9",
    host_account_id: 1,
    token_sealed: "-",
    inbox_id: 1,
    inbox_name: "WhatsApp",
    webhook_key: "eight",
    label: "saldo",
    locale: "es",
    zone: "America/Bogota",
    creditor_name: "Alameda",
    payment_url: "https://pagos.example",
    dispatch_enabled: 0,
    dispatch_stopped: 0,
    declared_by_sealed: "-",
    declared_at: clock.now(),
    created_at: clock.now(),
  };
  await db.inUnitOfWork("test", () => db.insert("account", [account]));
  return (await db.rows<{ id: number }>("select id from account"))[0]!.id;
}

const pause = (ms: number) => new Promise<void>((resolve) => void clock.at(clock.now() + ms, () => resolve()));
