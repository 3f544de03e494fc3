import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from "@nestjs/common";
import { ScheduleModule } from "@nestjs/schedule";
import type { MikroORM } from "@mikro-orm/sql";
import { Clock } from "./clock/clock.js";
import { Scheduler } from "./clock/scheduler.js";
import { ClockTicks, SystemTicks } from "./clock/ticks.js";
import { CONFIG, type Config } from "./config/config.js";
import { Ids } from "./crypto/ids.js";
import { DebtorVault } from "./crypto/debtor-vault.js";
import { KeyRing } from "./crypto/key-ring.js";
import { loadKeys, MasterKeys } from "./crypto/keys.js";
import { LookupHash } from "./crypto/lookup-hash.js";
import { Entropy, Random } from "./crypto/randomness.js";
import { Sealer } from "./crypto/seal.js";
import { Database } from "./database/database.js";
import { MailServer } from "./mail/mail-server.port.js";
import { SmtpMailServer } from "./mail/smtp-server.adapter.js";
import { Logger } from "./observability/logger.js";
import { Metrics } from "./observability/metrics.js";
import { Refusals } from "./observability/refusals.js";
import { WorkMetrics } from "./observability/work-metrics.js";
import { AccountRounds } from "./work/account-rounds.js";
import { AccountTrouble } from "./work/account-trouble.js";
import { ParkedWork } from "./work/parked-work.service.js";
import { ParkedWorkStore } from "./work/parked-work.store.js";
import { TEXTS } from "./words/texts.js";
import { Words } from "./words/words.js";
import { WorkRows } from "./work/work-rows.js";

export const ORM = Symbol("MikroORM");

/** What the composition root decides: real ports for life, stepped and seeded ones for the demo and tests. */
export interface Ports {
  readonly config: Config;
  readonly orm: MikroORM;
  readonly clock: Clock;
  readonly random: Random;
  readonly entropy: Entropy;
  readonly logger: Logger;
  /** `system`: driven by @nestjs/schedule; `clock`: by the clock's own timers. */
  readonly ticks: "system" | "clock" | "none";
}

@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(@Inject(ORM) private readonly orm: MikroORM) {}

  static register(ports: Ports): DynamicModule {
    const { config } = ports;
    const ticks = ports.ticks === "system" ? [SystemTicks] : ports.ticks === "clock" ? [ClockTicks] : [];
    return {
      module: PlatformModule,
      imports: ports.ticks === "system" ? [ScheduleModule.forRoot()] : [],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: ORM, useValue: ports.orm },
        { provide: Clock, useValue: ports.clock },
        { provide: Random, useValue: ports.random },
        { provide: Entropy, useValue: ports.entropy },
        { provide: Logger, useValue: ports.logger },
        { provide: Words, useValue: TEXTS },
        { provide: MasterKeys, useFactory: () => loadKeys(config, ports.entropy) },
        { provide: Database, useFactory: () => new Database(ports.orm, ports.clock, ports.random, config.database.dialect) },
        { provide: MailServer, useFactory: () => new SmtpMailServer(config.smtp) },
        Ids,
        Sealer,
        LookupHash,
        KeyRing,
        DebtorVault,
        Scheduler,
        AccountRounds,
        AccountTrouble,
        ParkedWork,
        ParkedWorkStore,
        Metrics,
        Refusals,
        WorkMetrics,
        WorkRows,
        ...ticks,
      ],
      exports: [
        CONFIG,
        ORM,
        Clock,
        Random,
        Entropy,
        Logger,
        Words,
        MasterKeys,
        Database,
        MailServer,
        Ids,
        Sealer,
        LookupHash,
        KeyRing,
        DebtorVault,
        Scheduler,
        AccountRounds,
        ParkedWork,
        Metrics,
        Refusals,
        WorkMetrics,
        ParkedWorkStore,
        WorkRows,
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.orm.close(true);
  }
}
