import { openPorts, openServer } from "../../server/boot.js";
import type { TodayView } from "../../server/contract/kpis.contract.js";
import { approveTemplates, DEMO_ACCOUNT } from "../../server/demo/demo-installation.js";
import { SaldoClient } from "../../server/demo/saldo-client.js";
import { AccountDirectory, SetupCodes } from "../../server/modules/accounts/index.js";
import { TemplateLibrary } from "../../server/modules/templates/index.js";
import { SteppedClock } from "../../server/platform/clock/stepped-clock.js";
import { SeededRandom, SystemEntropy } from "../../server/platform/crypto/randomness.js";
import { Database } from "../../server/platform/database/database.js";
import { Logger } from "../../server/platform/observability/logger.js";
import { createSandbox, type Sandbox } from "../../server/sandbox/index.js";
import { createTestDatabase } from "./database.js";
import { freePort } from "./free-port.js";
import { TenancyScan } from "./tenancy-scan.js";

/** Friday 20 November 2026, 10:00 in Bogotá: a working day, all windows open. */
export const FRIDAY_TEN = Date.parse("2026-11-20T15:00:00Z");
export const TOKENS = {
  admin: "sandbox-token-laura-admin",
  agent: "sandbox-token-diego-agent",
  compliance: "sandbox-token-marta-compliance",
};

export interface DeskOptions {
  readonly start?: number;
  /** CSV text of debts; see `debtsFile`. */
  readonly debts?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly logLines?: string[];
  /** `none`: nothing happens by the clock alone, for stories over days that would be rounds of polling. */
  readonly ticks?: "clock" | "none";
}

/** Saldo and the sandbox helpdesk in one process, on two ports and one stepped clock, connected through the doors a customer has. */
export interface Desk {
  readonly clock: SteppedClock;
  readonly sandbox: Sandbox;
  readonly db: Database;
  readonly app: Awaited<ReturnType<typeof openServer>>;
  readonly url: string;
  /** Signed in as the administrator. */
  readonly admin: SaldoClient;
  readonly account: { readonly id: number; readonly publicId: string };
  signIn(token: string): Promise<SaldoClient>;
  today(): Promise<TodayView>;
  /** Turns sending on after looking at the plan. */
  turnOn(): Promise<void>;
  /** Everything the helpdesk holds that Saldo sent to debtors. */
  sent(): {
    readonly ref: string;
    readonly content: string;
    readonly status: string;
    readonly id: number;
    readonly conversationId: number;
  }[];
  /** Ends Saldo, lets `meanwhile` happen in a helpdesk whose webhooks nobody takes, and starts it again: `app` and `db` are others then. */
  restart(meanwhile: () => void | Promise<void>): Promise<void>;
  /** Also fails when a statement reached a tenant table without naming the account. */
  close(): Promise<void>;
}

export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  const clock = new SteppedClock(options.start ?? FRIDAY_TEN);
  const entropy = new SystemEntropy();
  const sandbox = await createSandbox({ clock, random: new SeededRandom(7), entropy, nodeEnv: "test" });
  await approveTemplates(sandbox, await TemplateLibrary.load("templates"));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const database = await createTestDatabase({
    SALDO_PORT: String(port),
    SALDO_PUBLIC_URL: url,
    SALDO_ALLOW_PRIVATE_HOSTS: "127.0.0.0/8,::1/128",
    // Each poll is a step of the clock; wake-ups do the work.
    SALDO_POLL_MS: "60000",
    ...options.environment,
  });
  const scan = new TenancyScan();
  const logger = options.logLines
    ? new Logger("debug", { write: (line: string) => void options.logLines?.push(line) })
    : new Logger("silent");
  const start = async () => {
    const ports = await openPorts(database.config, {
      clock,
      entropy,
      random: new SeededRandom(9),
      logger,
      ticks: options.ticks ?? "clock",
      onStatement: scan.listen,
    });
    const server = await openServer(ports);
    await server.listen({ port, host: "localhost" });
    return server;
  };
  let app = await start();
  const admin = new SaldoClient(url);
  const { code } = await app.get(SetupCodes).create();
  const connected = await admin.call<{ account: string }>("POST", "/api/setup/connect", connection(sandbox.url, code));
  await admin.signIn(connected.account, TOKENS.admin);
  await admin.call("POST", "/api/templates/sync", {});
  // The helpdesk reads Meta's list on its own time.
  await clock.runFor(5_000);
  await admin.call("POST", "/api/templates/sync", {});
  const account = await app.get(AccountDirectory).byPublicId(connected.account);
  if (!account) throw new Error("The account was not connected");
  if (options.debts) await admin.call("POST", "/api/imports", { kind: "debts", fileName: "debts.csv", text: options.debts });
  await clock.runFor(1_000);
  const desk: Desk = {
    clock,
    sandbox,
    get db() {
      return app.get(Database);
    },
    get app() {
      return app;
    },
    url,
    admin,
    account: { id: account.id, publicId: account.publicId },
    async signIn(token) {
      const client = new SaldoClient(url);
      await client.signIn(account.publicId, token);
      return client;
    },
    today: () => admin.call<TodayView>("GET", "/api/today?lang=en&limit=200"),
    async turnOn() {
      const { planDigest } = await desk.today();
      await admin.call("POST", "/api/account/dispatch", { enabled: true, seenPlan: planDigest });
    },
    sent: () =>
      sandbox.messages
        .where((message) => refOf(message.contentAttributes) !== null && !message.private)
        .map((message) => ({
          ref: refOf(message.contentAttributes) ?? "",
          content: message.content ?? "",
          status: message.status,
          id: message.id,
          conversationId: message.conversationId,
        })),
    async restart(meanwhile) {
      await app.close();
      await meanwhile();
      app = await start();
      await admin.signIn(account.publicId, TOKENS.admin);
    },
    async close() {
      await app.close();
      await sandbox.close();
      await database.drop();
      if (scan.offences.size > 0) throw new Error(`Statements on tenant tables without account_id:\n${[...scan.offences].join("\n")}`);
    },
  };
  return desk;
}

export function connection(hostUrl: string, setupCode: string): object {
  return {
    setupCode,
    hostUrl,
    hostAccountId: DEMO_ACCOUNT,
    accessToken: TOKENS.admin,
    inboxId: 1,
    locale: "es",
    zone: "America/Bogota",
    creditorName: "Alameda Hogar",
    paymentUrl: "https://pagos.alameda.example/mi-cuenta",
    declaration: { acceptedBy: "Laura Medina", ownReceivables: true, whatsappPolicyRead: true, consentHeld: true },
  };
}

function refOf(attributes: unknown): string | null {
  const ref = (attributes as { saldo?: { ref?: unknown } } | null)?.saldo?.ref;
  return typeof ref === "string" ? ref : null;
}
