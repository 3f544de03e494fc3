// For developers: `node test/support/services/start.mjs` starts MariaDB and Redis, prints what to export, and stays until Ctrl-C.
import { startServices } from "./index.mjs";

const { env, stop } = await startServices(["mysql", "redis"]);
for (const [name, value] of Object.entries(env)) console.log(`export ${name}=${value}`);
console.error("Running until Ctrl-C.");

const idle = setInterval(() => {}, 60_000);
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    clearInterval(idle);
    void stop();
  });
}
