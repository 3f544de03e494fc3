// One Saldo process as the operator runs it, from dist, with the environment it is given; only its wall clock is shifted, so that a test
// at night or on a holiday still falls into lawful hours. Prints "ready" when it serves.
import "reflect-metadata";

// Named at run time: the boundary check reads this file before anything is built.
const built = (path) => new URL(`../../dist/server/${path}`, import.meta.url).href;

const { openPorts, openServer } = await import(built("boot.js"));
const { configFromProcess } = await import(built("platform/config/config.js"));
const { SystemClock } = await import(built("platform/clock/system-clock.js"));

const config = configFromProcess();
const clock = new SystemClock(Number(process.env.SALDO_TEST_CLOCK_OFFSET ?? 0));
const app = await openServer(await openPorts(config, { clock }));
await app.listen({ port: config.port, host: "localhost" });
process.stdout.write("ready\n");
