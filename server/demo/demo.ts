import type { Writable } from "node:stream";
import { SystemClock } from "../platform/clock/system-clock.js";
import { SystemEntropy } from "../platform/crypto/randomness.js";
import { demoPeople } from "./demo-installation.js";
import { demoPage } from "./page-routes.js";
import { livePast } from "./past.js";
import { DemoProgress } from "./progress.js";
import { summary } from "./summary.js";

export interface DemoOptions {
  readonly port: number;
  readonly sandboxPort: number;
  readonly dataDir: string;
  readonly days: number;
  readonly debtors: number;
  readonly seed: number;
  readonly nodeEnv: string | undefined;
  /** Saldo ends when the days are lived; the helpdesk stays, for a Saldo that somebody works on. */
  readonly helpdeskOnly?: boolean;
}

export interface RunningDemo {
  readonly saldoUrl: string;
  readonly sandboxUrl: string;
  close(): Promise<void>;
}

/** Sixty days of a collections desk in stepped time, from then to now; from there it goes on in real time. */
export async function startDemo(options: DemoOptions, out: Writable): Promise<RunningDemo> {
  const real = new SystemClock();
  const began = real.monotonic();
  const watcher = new DemoProgress(options.days, options.debtors);
  const past = await livePast({
    ...options,
    end: real.now(),
    real,
    entropy: new SystemEntropy(),
    throwaway: true,
    progress: (line) => out.write(`${line}\n`),
    watcher,
    morePages: demoPage(watcher),
    opened: (url) => out.write(`\n  Watch it live: ${url}/demo\n\n`),
  });
  const { desk } = past;
  try {
    await past.clock.handOver();
    if (!options.helpdeskOnly) await desk.restartSaldo();
    const { account } = past.installed;
    watcher.nowReady(`/a/${account}/today`, desk.sandboxUrl, account, demoPeople());
    out.write(await summary(past, demoPeople(), Math.round((real.monotonic() - began) / 1_000)));
    if (options.helpdeskOnly) await desk.closeSaldo();
  } catch (error) {
    await desk.close();
    throw error;
  }
  return { saldoUrl: desk.saldoUrl, sandboxUrl: desk.sandboxUrl, close: () => desk.close() };
}
