import "reflect-metadata";
import { openContext, openPorts, openServer } from "./boot.js";
import { SetupCodes } from "./modules/accounts/index.js";
import { configFromProcess, runInUtc } from "./platform/config/config.js";
import { OperationsServer } from "./platform/http/operations-server.js";
import { endInTime } from "./platform/shutdown.js";

// The process's own zone must not matter anywhere; this makes a mistake visible on every machine alike.
runInUtc();

try {
  const config = configFromProcess();
  const ports = await openPorts(config);
  endInTime(ports.logger);
  if (config.role === "worker") {
    const context = await openContext(ports);
    await context.get(OperationsServer).listen();
  } else {
    const app = await openServer(ports);
    await app.get(OperationsServer).listen();
    await app.listen({ port: config.port, host: config.listen });
    ports.logger.info("server.listening", { url: config.publicUrl, role: config.role });
    // Not through the log: it is a secret, and logs travel.
    const first = await app.get(SetupCodes).forFirstStart();
    if (first) process.stderr.write(`No helpdesk is connected yet. Set-up code, valid once and for a day: ${first.code}\n`);
  }
} catch (error) {
  process.stderr.write(`Saldo could not start: ${(error as Error).message}\n`);
  process.exit(1);
}
