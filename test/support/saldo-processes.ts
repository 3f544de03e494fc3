import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** A real Saldo process that can be killed at any moment and started again on the same port. */
export class SaldoProcess {
  private child: ChildProcess | null = null;

  constructor(private readonly environment: Readonly<Record<string, string>>) {}

  /** Resolves when it serves. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "test/support/saldo-process.mjs"], {
      env: { PATH: process.env["PATH"], ...this.environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.child = child;
    let complaint = "";
    child.stderr.on("data", (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-4_000)));
    await new Promise<void>((resolve, reject) => {
      createInterface({ input: child.stdout }).on("line", (line) => {
        if (line === "ready") resolve();
      });
      child.once("exit", (code, signal) => reject(new Error(`Saldo ended before it was ready (${code ?? signal})\n${complaint}`)));
    });
  }

  /** `SIGKILL`: no handler runs, nothing is written any more. @returns the exit code; null when a signal ended it or it did not run */
  async kill(signal: "SIGKILL" | "SIGTERM" = "SIGKILL"): Promise<number | null> {
    const { child } = this;
    this.child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return null;
    const exit = once(child, "exit");
    child.kill(signal);
    await exit;
    return child.exitCode;
  }
}
