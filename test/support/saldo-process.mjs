// One Saldo process as the operator runs it, from dist, with the environment it is given; only its wall clock is shifted, so that a test
// at night or on a holiday still falls into lawful hours. Prints "ready" when it serves.
import "reflect-metadata";

const { openPorts, openServer } = await import("../../dist/server/boot.js");
const { configFromProcess } = await import("../../dist/server/platform/config/config.js");
const { SystemClock } = await import("../../dist/server/platform/clock/system-clock.js");

const config = configFromProcess();
const clock = new SystemClock(Number(process.env.SALDO_TEST_CLOCK_OFFSET ?? 0));
const app = await openServer(await openPorts(config, { clock }));
await app.listen({ port: config.port, host: "localhost" });
process.stdout.write("ready\n");
