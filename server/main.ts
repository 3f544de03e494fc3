import "reflect-metadata";
import { openContext, openPorts, openServer } from "./boot.js";
import { configFromProcess } from "./platform/config/config.js";

// The process's own zone must not matter anywhere; this makes a mistake visible on every machine alike.
process.env["TZ"] = "UTC";

try {
  const config = configFromProcess();
  const ports = await openPorts(config);
  if (config.role === "worker") {
    await openContext(ports);
  } else {
    const app = await openServer(ports);
    await app.listen({ port: config.port, host: config.listen });
    ports.logger.info("server.listening", { url: config.publicUrl, role: config.role });
  }
} catch (error) {
  process.stderr.write(`Saldo could not start: ${(error as Error).message}\n`);
  process.exit(1);
}
