import { type DynamicModule, Global, Module } from "@nestjs/common";
import type { NestFastifyApplication } from "@nestjs/platform-fastify";
import { entities } from "../../../../../server/entities.js";
import {
  AccountDirectory,
  AccountNamesView,
  AccountsAuthenticator,
  AccountsModule,
  PlanDigests,
  RefusalJournalAdapter,
  SetupCodes,
  WorkAccountsAdapter,
} from "../../../../../server/modules/accounts/index.js";
import {
  HelpdeskOfAccounts,
  HostEvents,
  type HostMessage,
  HostModule,
  PendingStatuses,
  RecordedConversations,
} from "../../../../../server/modules/host/index.js";
import { QuietSources } from "../../../../../server/modules/kpis/index.js";
import { DecisionWords, JournalModule } from "../../../../../server/modules/journal/index.js";
import { DebtorNamesView, PortfolioModule } from "../../../../../server/modules/portfolio/index.js";
import { FILLED } from "../../../../../server/filled-ports.module.js";
import { RefusalsInWords } from "../../../../../server/modules/policy/decision-words.adapter.js";
import { SteppedClock } from "../../../../../server/platform/clock/stepped-clock.js";
import { type Config } from "../../../../../server/platform/config/config.js";
import { SeededRandom, SystemEntropy } from "../../../../../server/platform/crypto/randomness.js";
import { Database } from "../../../../../server/platform/database/database.js";
import { openOrm } from "../../../../../server/platform/database/orm.js";
import { HttpModule } from "../../../../../server/platform/http/http.module.js";
import { createServer } from "../../../../../server/platform/http/server.js";
import { Logger } from "../../../../../server/platform/observability/logger.js";
import { PlatformModule } from "../../../../../server/platform/platform.module.js";
import { QueueModule } from "../../../../../server/platform/queue/queue.module.js";
import { createSandbox, type Sandbox } from "../../../../../server/sandbox/index.js";
import { createTestDatabase, type TestDatabase } from "../../../../support/database.js";
import { freePort } from "../../../../support/free-port.js";

/** Monday 23 November 2026, 09:00 in Bogotá. */
export const MORNING = Date.UTC(2026, 10, 23, 14);
export const ADMIN = "sandbox-token-laura-admin";
export const AGENT = "sandbox-token-diego-agent";
export const COMPLIANCE = "sandbox-token-marta-compliance";
export const COMPLIANCE_USER = 4;
export const OTHER_ADMIN = "sandbox-token-ines-admin";

/** What other modules answer in the application, as a test wants it. */
export class Neighbours {
  pendingMessages: { conversationId: number; hostMessageId: number }[] = [];
  plan = "plan-1";
}

const WHO_FILLS = new Set<unknown>([
  AccountNamesView,
  AccountsAuthenticator,
  DebtorNamesView,
  HelpdeskOfAccounts,
  RecordedConversations,
  RefusalJournalAdapter,
  WorkAccountsAdapter,
]);

/** Ports that the modules here fill for each other. */
const FILLED_HERE = FILLED.filter((filled) => "useExisting" in filled && WHO_FILLS.has(filled.useExisting));

@Global()
@Module({})
class NeighboursModule {
  static register(neighbours: Neighbours): DynamicModule {
    return {
      module: NeighboursModule,
      imports: [AccountsModule, HostModule, PortfolioModule],
      providers: [
        ...FILLED_HERE,
        { provide: PendingStatuses, useValue: { pending: () => Promise.resolve(neighbours.pendingMessages) } },
        { provide: DecisionWords, useClass: RefusalsInWords },
        { provide: PlanDigests, useValue: { current: () => Promise.resolve(neighbours.plan) } },
      ],
      exports: [...FILLED_HERE.map(({ provide }) => provide), DecisionWords, PendingStatuses, PlanDigests],
    };
  }
}

@Module({})
class DeskModule {}

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly cookie: string | null;
}

/** Accounts and host modules over real HTTP, beside a sandbox helpdesk, on one stepped clock. */
export interface CallOptions {
  readonly body?: object;
  readonly cookie?: string | null;
  readonly bearer?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export class Desk {
  readonly messages: { accountId: number; message: HostMessage }[] = [];

  constructor(
    readonly clock: SteppedClock,
    readonly config: Config,
    readonly sandbox: Sandbox,
    readonly app: NestFastifyApplication,
    readonly neighbours: Neighbours,
    readonly logLines: string[],
    private readonly database: TestDatabase,
  ) {
    app.get(HostEvents).onMessage((accountId, message) => {
      this.messages.push({ accountId, message });
      return Promise.resolve();
    });
  }

  get db(): Database {
    return this.app.get(Database);
  }

  /** A request of the panel: same origin, custom header, cookie if signed in. */
  async call(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
    const response = await fetch(`${this.config.publicUrl}${path}`, {
      method,
      headers: {
        ...(options.bearer ? { authorization: `Bearer ${options.bearer}` } : { "x-saldo": "1", origin: this.config.publicUrl }),
        ...(options.cookie ? { cookie: options.cookie } : {}),
        ...(options.body ? { "content-type": "application/json" } : {}),
        ...options.headers,
      },
      ...(options.body ? { body: JSON.stringify(options.body) } : {}),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text === "" ? {} : (JSON.parse(text) as Record<string, unknown>),
      cookie: response.headers.get("set-cookie")?.split(";")[0] ?? null,
    };
  }

  async connect(overrides: Record<string, unknown> = {}): Promise<Answer> {
    const { code } = await this.app.get(SetupCodes).create();
    return this.call("POST", "/api/setup/connect", {
      body: {
        setupCode: code,
        hostUrl: this.sandbox.url,
        hostAccountId: 1,
        accessToken: ADMIN,
        creditorName: "Alameda Hogar",
        paymentUrl: "https://pagos.alameda.example/",
        declaration: { acceptedBy: "Laura Medina", ownReceivables: true, whatsappPolicyRead: true, consentHeld: true },
        ...overrides,
      },
    });
  }

  /** Connects account 1 and returns its row id and public id. */
  async connected(): Promise<{ id: number; publicId: string }> {
    const answer = await this.connect();
    if (answer.status !== 200) throw new Error(`Not connected: ${JSON.stringify(answer.body)}`);
    const publicId = String(answer.body["account"]);
    const account = await this.app.get(AccountDirectory).byPublicId(publicId);
    return { id: account!.id, publicId };
  }

  /** @returns the session's cookie */
  async signIn(publicId: string, accessToken: string): Promise<string> {
    const answer = await this.call("POST", "/api/session", { body: { account: publicId, accessToken } });
    if (answer.cookie === null) throw new Error(`Not signed in: ${JSON.stringify(answer.body)}`);
    return answer.cookie;
  }

  journalTypes(accountId: number): Promise<string[]> {
    return this.db
      .rows<{ type: string }>("select type from journal_record where account_id = ? order by seq", [accountId])
      .then((rows) => rows.map((row) => row.type));
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.sandbox.close();
    await this.database.drop();
  }
}

/** @param ticks `none`: no scheduled job runs, so that days cost nothing */
export async function openDesk(environment: Readonly<Record<string, string>> = {}, ticks: "clock" | "none" = "clock"): Promise<Desk> {
  const port = await freePort();
  const database = await createTestDatabase({
    SALDO_PORT: String(port),
    SALDO_PUBLIC_URL: `http://127.0.0.1:${port}`,
    SALDO_ALLOW_PRIVATE_HOSTS: "127.0.0.0/8",
    ...environment,
  });
  const { config } = database;
  const clock = new SteppedClock(MORNING);
  const entropy = new SystemEntropy();
  const sandbox = await createSandbox({ clock, random: new SeededRandom(7), entropy, nodeEnv: "test" });
  const orm = await openOrm(config, entities);
  await orm.schema.create();
  const logLines: string[] = [];
  const logger = new Logger("debug", { write: (line: string) => void logLines.push(line) });
  const neighbours = new Neighbours();
  const module: DynamicModule = {
    module: DeskModule,
    // The doctor asks them of every account.
    providers: [QuietSources],
    imports: [
      PlatformModule.register({ config, orm, clock, random: new SeededRandom(3), entropy, logger, ticks }),
      QueueModule.register(config),
      HttpModule,
      JournalModule,
      NeighboursModule.register(neighbours),
      AccountsModule,
      HostModule,
    ],
  };
  const app = await createServer(module, config, (running) => (id) => running.get(AccountDirectory).hostOriginOf(id));
  await app.listen({ port, host: "127.0.0.1" });
  return new Desk(clock, config, sandbox, app, neighbours, logLines, database);
}
