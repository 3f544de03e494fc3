import type { INestApplicationContext } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import type { NestFastifyApplication } from "@nestjs/platform-fastify";
import { AppModule } from "./app.module.js";
import { entities } from "./entities.js";
import { AccountDirectory } from "./modules/accounts/index.js";
import { journalGuards } from "./modules/journal/index.js";
import { SystemClock } from "./platform/clock/system-clock.js";
import type { Config } from "./platform/config/config.js";
import { SystemEntropy, SystemRandom } from "./platform/crypto/randomness.js";
import { migrate } from "./platform/database/migrate.js";
import { openOrm, type StatementListener } from "./platform/database/orm.js";
import { createServer } from "./platform/http/server.js";
import { Logger } from "./platform/observability/logger.js";
import type { Ports } from "./platform/platform.module.js";

export type PortOverrides = Partial<Omit<Ports, "config" | "orm">> & { readonly onStatement?: StatementListener };

/** Opens the database, brings its schema up to date and puts the ports together; real ones unless told otherwise. */
export async function openPorts(config: Config, { onStatement, ...overrides }: PortOverrides = {}): Promise<Ports> {
  const orm = await openOrm(config, entities, onStatement);
  try {
    await migrate(orm, journalGuards(config.database.dialect));
  } catch (error) {
    await orm.close(true);
    throw error;
  }
  return {
    config,
    orm,
    clock: new SystemClock(),
    random: new SystemRandom(),
    entropy: new SystemEntropy(),
    logger: new Logger(config.logLevel),
    // A web process answers requests and leaves the work to the workers.
    ticks: config.role === "web" ? "none" : "system",
    ...overrides,
  };
}

/** Saldo with its HTTP side, not listening yet. */
export async function openServer(ports: Ports, morePages?: Parameters<typeof createServer>[3]): Promise<NestFastifyApplication> {
  return createServer(
    AppModule.register(ports),
    ports.config,
    (app) => (accountPublicId) => app.get(AccountDirectory).hostOriginOf(accountPublicId),
    morePages,
  );
}

/** Saldo without HTTP: workers and the command line. */
export async function openContext(ports: Ports): Promise<INestApplicationContext> {
  const app = await NestFactory.createApplicationContext(AppModule.register(ports), { logger: false, abortOnError: false });
  app.enableShutdownHooks(["SIGTERM", "SIGINT"], { useProcessExit: true });
  return app;
}
