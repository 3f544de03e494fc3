import { openPorts, openServer } from "../../../server/boot.js";
import { approveTemplates } from "../../../server/demo/demo-installation.js";
import { lawfulStart } from "../../support/lawful-start.js";
import { SaldoClient } from "../../../server/demo/saldo-client.js";
import { SetupCodes } from "../../../server/modules/accounts/index.js";
import { TemplateLibrary } from "../../../server/modules/templates/index.js";
import { SystemClock } from "../../../server/platform/clock/system-clock.js";
import { SeededRandom, SystemEntropy } from "../../../server/platform/crypto/randomness.js";
import { Database } from "../../../server/platform/database/database.js";
import { Logger } from "../../../server/platform/observability/logger.js";
import { createSandbox, type Sandbox } from "../../../server/sandbox/index.js";
import { addDays, type CalendarDate } from "../../../server/shared/calendar.js";
import { localDate } from "../../../server/shared/zone.js";
import { createTestDatabase, testDialect, testRedisUrl } from "../../support/database.js";
import { debtsFile } from "../../support/debts-file.js";
import { connection, TOKENS } from "../../support/desk.js";
import { freePort } from "../../support/free-port.js";

const real = new SystemClock();

export interface RealDispatch {
  readonly sandbox: Sandbox;
  readonly db: Database;
  readonly accountId: number;
  /** For `SaldoProcess`. */
  readonly environment: Readonly<Record<string, string>>;
  /** How many messages the helpdesk holds. */
  arrived(): number;
  /** Messages by state. */
  states(): Promise<Record<string, number>>;
  /** Refs the helpdesk holds more than once, and rows believed sent that it does not hold. */
  contradictions(): Promise<string[]>;
  pause(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** An installation with `messages` planned and allowed, sending turned on and no process running yet; real time, real processes. */
export async function realDispatch(messages: number, overrides: Record<string, string> = {}): Promise<RealDispatch> {
  const clock = new SystemClock(lawfulStart(real.now()) - real.now());
  const sandbox = await createSandbox({ clock, random: new SeededRandom(3), entropy: new SystemEntropy(), nodeEnv: "test" });
  await approveTemplates(sandbox, await TemplateLibrary.load("templates"));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const database = await createTestDatabase({
    SALDO_SETTLE_MS: "2000",
    SALDO_SECOND_LOOK_MS: "1000",
    SALDO_PORT: String(port),
    SALDO_PUBLIC_URL: url,
    SALDO_ALLOW_PRIVATE_HOSTS: "127.0.0.0/8,::1/128",
    SALDO_HOST_RATE: "20",
    SALDO_POLL_MS: "500",
    ...(testDialect() === "mysql" ? { SALDO_REDIS_URL: testRedisUrl() } : {}),
    ...overrides,
  });
  const offset = clock.now() - real.now();
  const app = await openServer(await openPorts(database.config, { clock, logger: new Logger("silent"), ticks: "none" }));
  try {
    await app.listen({ port, host: "localhost" });
    await install(app.get(SetupCodes), new SaldoClient(url), sandbox.url, messages, addDays(localDate("America/Bogota", clock.now()), -12));
  } finally {
    await app.close();
  }
  const watch = await openPorts(database.config, { clock, logger: new Logger("silent"), ticks: "none" });
  const db = new Database(watch.orm, clock, watch.random, database.config.database.dialect);
  const account = await db.row<{ id: number }>("select id from account where host_account_id = ?", [1]);
  const accountId = account?.id ?? 0;
  return {
    sandbox,
    db,
    accountId,
    environment: { ...database.environment, SALDO_TEST_CLOCK_OFFSET: String(offset) },
    arrived: () => sandbox.messages.where((message) => message.messageType === "outgoing" && !message.private).length,
    async states() {
      const rows = await db.rows<{ state: string; n: number }>(
        "select state, count(*) as n from outbox_message where account_id = ? group by state",
        [accountId],
      );
      return Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)]));
    },
    async contradictions() {
      const rows = await db.rows<{ ref: string; state: string }>(
        "select ref, state from outbox_message where account_id = ? and ref is not null",
        [accountId],
      );
      return rows.flatMap(({ ref, state }) => {
        const held = sandbox.messagesWithRef(ref).length;
        const expected = state === "unsent" || state === "planned" ? 0 : 1;
        return held === expected ? [] : [`${state}: ${held} in the helpdesk`];
      });
    },
    pause: (ms) => new Promise((resolve) => clock.at(clock.now() + ms, () => resolve())),
    async close() {
      await watch.orm.close(true);
      await sandbox.close();
      await database.drop();
    },
  };
}

async function install(codes: SetupCodes, admin: SaldoClient, hostUrl: string, messages: number, dueDate: CalendarDate): Promise<void> {
  const { code } = await codes.create();
  const { account } = await admin.call<{ account: string }>("POST", "/api/setup/connect", connection(hostUrl, code));
  await admin.signIn(account, TOKENS.admin);
  for (let sendable = false; !sendable;) {
    const { items } = await admin.call<{ items: { sendable: boolean }[] }>("POST", "/api/templates/sync", {});
    sendable = items.some((template) => template.sendable);
  }
  const debts = Array.from({ length: messages }, () => ({ name: "Xiomara Zuleyka", dueDate }));
  // Stopped until the processes run: this one must not send.
  await admin.call("POST", "/api/account/stop", { reason: "held by the test" });
  await admin.call("POST", "/api/imports", { kind: "debts", fileName: "d.csv", text: debtsFile(debts) });
  for (let allowed = 0; allowed < messages;) {
    const today = await admin.call<{ counts: { allowed: number }; planDigest: string }>("GET", "/api/today?limit=1");
    allowed = today.counts.allowed;
    if (allowed === messages) await admin.call("POST", "/api/account/dispatch", { enabled: true, seenPlan: today.planDigest });
  }
}

/** What an administrator's resume does, without a process of the test's own that would take part in the sending. */
export async function letGo({ db, accountId }: RealDispatch): Promise<void> {
  await db.inUnitOfWork("test", () => db.run("update account set dispatch_stopped = 0 where id = ?", [accountId]));
}
