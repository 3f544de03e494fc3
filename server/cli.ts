import "reflect-metadata";
import { Command } from "commander";
import { openContext, openPorts } from "./boot.js";
import { commands } from "./commands/index.js";
import type { CommandContext } from "./commands/context.js";
import { configFromProcess, nodeEnvironment } from "./platform/config/config.js";
import { Logger } from "./platform/observability/logger.js";
import { DomainError } from "./shared/errors.js";

const context: CommandContext = {
  async openApp() {
    // A command does its own work and leaves the queue's and the scheduler's to the workers.
    const config = { ...configFromProcess(), role: "web" as const };
    // Results go to standard output; the log must not mix with them.
    return openContext(await openPorts(config, { ticks: "none", logger: new Logger("silent") }));
  },
  out: process.stdout,
  err: process.stderr,
  nodeEnv: nodeEnvironment(),
  exitWith(code) {
    process.exitCode = code;
  },
};

const program = new Command("saldo").description("Saldo from the command line").showHelpAfterError("(add --help for what it takes)");
for (const register of commands) register(program, context);

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  if (error instanceof DomainError && error.detail.remedy) process.stderr.write(`${error.detail.remedy}\n`);
  else if (!(error instanceof DomainError)) process.stderr.write(`${(error as Error).stack ?? ""}\n`);
  process.exitCode = 2;
}
