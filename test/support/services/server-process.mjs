import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const KEEPER = fileURLToPath(new URL("keeper.mjs", import.meta.url));
const READY_WITHIN_MS = 60_000;
const POLL_MS = 50;

/**
 * Starts `command` in `directory`, which belongs to it and goes with it, and resolves once `isReady()` does not throw.
 * @returns {Promise<{ stop(): Promise<void> }>}
 */
export async function startServer({ name, directory, command, args, isReady }) {
  const keeper = spawn(process.execPath, [KEEPER, directory, command, ...args], { stdio: ["pipe", "pipe", "pipe"], detached: true });
  let output = "";
  for (const stream of [keeper.stdout, keeper.stderr]) stream.on("data", (text) => (output = (output + text).slice(-4000)));
  const exited = new Promise((resolve) => keeper.once("exit", resolve));
  let ready = false;
  void exited.then((code) => ready && console.error(`${name} ended by itself (exit ${code}):\n${output}`));
  const stop = async () => {
    ready = false;
    keeper.ref();
    keeper.stdin.destroy();
    await exited;
  };

  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    try {
      await isReady();
      ready = true;
      // Neither the process nor its pipes keep the caller alive: the keeper ends with it.
      for (const handle of [keeper, keeper.stdin, keeper.stdout, keeper.stderr]) handle.unref();
      return { stop };
    } catch (error) {
      if (keeper.exitCode !== null || Date.now() > deadline) {
        await stop();
        throw new Error(`${name} did not start (${command}): ${error.message}\n${output}`, { cause: error });
      }
    }
    await sleep(POLL_MS);
  }
}
