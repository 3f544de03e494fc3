import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { SALDO_FLAGS } from "../../../.ci/node-flags.mjs";

const PLAIN_FLAGS = ["--disable-warning=ExperimentalWarning"];
/** A measured run may not hang the benchmark: ten million records take half an hour, on a busy machine twice as long. */
const LIMIT_MS = 120 * 60_000;

/**
 * Runs one side of a comparison in a Node process of its own and returns what it measured: wall time and CPU time of the work alone, without
 * start-up, and the most memory the process ever held.
 * @param {string} script file name of a `*.side.mjs`, relative to test/bench
 * @returns {Promise<{ ms: number, cpuMs: number, peakMb: number, result: any }>}
 */
export function runSide(script, environment, input) {
  const path = fileURLToPath(new URL(`../${script}`, import.meta.url));
  const child = fork(path, [JSON.stringify(input)], {
    env: { PATH: process.env.PATH, TZ: "UTC", ...environment },
    // Saldo as it is started; what it is compared with as Node is.
    execArgv: [
      ...(script.endsWith("/saldo.side.mjs") ? SALDO_FLAGS : PLAIN_FLAGS),
      ...(process.env.SALDO_BENCH_NODE_OPTIONS?.split(" ") ?? []),
    ],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    timeout: LIMIT_MS,
    killSignal: "SIGKILL",
  });
  return new Promise((resolve, reject) => {
    let measurement;
    child.once("message", (message) => (measurement = message));
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      if (measurement && code === 0) resolve(measurement);
      else reject(new Error(`${script} ended before it was done (${signal ?? code})`));
    });
  });
}

/**
 * The other half, called by a side: `open` prepares outside the measurement and returns the work and how to close.
 * @param {(input: any) => Promise<{ work(): Promise<any>, close(): Promise<void> }>} open
 */
export async function measured(open) {
  const { work, close } = await open(JSON.parse(process.argv[2]));
  globalThis.gc?.();
  const cpu = process.cpuUsage();
  const started = performance.now();
  const result = await work();
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  // Before closing: what the side holds when it is done counts, and on Linux the unit is a kilobyte.
  const peakMb = process.resourceUsage().maxRSS / 1024;
  await new Promise((sent) => process.send({ ms, cpuMs: (user + system) / 1000, peakMb, result }, sent));
  await close();
  process.disconnect();
}
