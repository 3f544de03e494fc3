import { BINARIES, findBinary, install, installObstacle, missing } from "./binaries.mjs";
import { startMysql } from "./mysql.mjs";
import { startRedis } from "./redis.mjs";

/** Where the suite finds each service; a developer who sets one of these brings the service himself. */
const VARIABLES = { mysql: "SALDO_TEST_MYSQL_URL", redis: "SALDO_TEST_REDIS_URL", chromium: "SALDO_TEST_CHROMIUM" };

/** Says what to do about services that are neither here nor installable from here. */
export class ServicesMissing extends Error {
  constructor(names, reason) {
    const packages = names.flatMap((name) => BINARIES[name].packages).join(" ");
    const variables = names.map((name) => VARIABLES[name]).join(", ");
    super(
      `${names.map((name) => BINARIES[name].title).join(" and ")} not found and not installed (${reason}). ` +
        `Run: sudo apt-get install --no-install-recommends ${packages} (or set ${variables}).`,
    );
  }
}

/**
 * Makes the services `wanted` (names of BINARIES) available, installing them where that is possible and allowed.
 * @param {{ scratch?: string }} [options] `scratch`: folder for the databases' files, where the tests' own choice does not do
 * @returns {Promise<{ env: Record<string, string>, stop(): Promise<void> }>} `env` is for the processes that use them.
 * @throws {ServicesMissing} when one is neither here nor installable
 */
export async function startServices(wanted, options = {}) {
  const needed = wanted.filter((name) => !process.env[VARIABLES[name]]);
  const absent = missing(needed);
  if (absent.length > 0) {
    const obstacle = installObstacle();
    if (obstacle) throw new ServicesMissing(absent, obstacle);
    install(absent);
  }
  const starters = { mysql: startMysql, redis: startRedis, chromium: findChromium };
  const env = {};
  const running = [];
  const stop = async () => {
    await Promise.all(running.map((service) => service.stop()));
  };
  try {
    for (const name of needed) {
      const service = await starters[name](options);
      running.push(service);
      env[VARIABLES[name]] = service.url;
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { env, stop };
}

async function findChromium() {
  return { url: findBinary(BINARIES.chromium.names), stop: async () => {} };
}
