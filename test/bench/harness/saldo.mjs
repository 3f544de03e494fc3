import "reflect-metadata";

/** Module of the built server; named at run time, because the boundary check reads this folder before anything is built. */
export const built = (path) => import(new URL(`../../../dist/server/${path}`, import.meta.url).href);

/** Friday 20 November 2026, 10:00 in Bogotá: the day every figure is about, whenever it is measured. */
export const NOW = Date.parse("2026-11-20T15:00:00Z");
export const DAY = "2026-11-20";

/** Saldo as a command opens it: everything but HTTP and the timers. Real ports, the wall clock shifted to `NOW`. */
export async function openSaldo() {
  const { openContext, openPorts } = await built("boot.js");
  const { configFromProcess } = await built("platform/config/config.js");
  const { SystemClock } = await built("platform/clock/system-clock.js");
  const config = configFromProcess();
  return openContext(await openPorts(config, { clock: new SystemClock(NOW - Date.now()), ticks: "none" }));
}
