import { spawn } from "node:child_process";

/** A third of this is what the longest stage takes on two cores, twice that while another process keeps both busy: what takes more is stuck. */
const STAGE_LIMIT_MS = 30 * 60_000;

/**
 * Runs a program of node_modules/.bin (first on PATH) or any other, output to the terminal or captured.
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function run([command, ...args], { env = {}, capture = false } = {}) {
  return new Promise((resolve) => {
    const stdio = capture ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"];
    const child = spawn(command, args, { stdio, env: { ...process.env, ...env }, timeout: STAGE_LIMIT_MS, killSignal: "SIGKILL" });
    let output = "";
    child.stdout?.on("data", (text) => (output += text));
    child.stderr?.on("data", (text) => (output += text));
    child.once("error", (error) => resolve({ ok: false, output: error.message }));
    child.once("close", (code, signal) => resolve({ ok: code === 0, output: signal ? `${output}\nstopped by ${signal}` : output }));
  });
}
