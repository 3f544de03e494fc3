import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { openPorts, openServer } from "../boot.js";
import { SetupCodes } from "../modules/accounts/index.js";
import { TemplateLibrary } from "../modules/templates/index.js";
import type { Clock } from "../platform/clock/clock.js";
import { HOUR } from "../shared/instant.js";
import { readConfig } from "../platform/config/config.js";
import { type Entropy, SeededRandom } from "../platform/crypto/randomness.js";
import { createSandbox, type Sandbox } from "../sandbox/index.js";
import { type Approved, approveTemplates } from "./demo-installation.js";
import { freePort } from "./free-port.js";

export interface DemoDeskOptions {
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly seed: number;
  readonly port: number;
  readonly sandboxPort: number;
  readonly dataDir: string;
  readonly nodeEnv: string | undefined;
  /** Whether a power cut may lose the last moments; true for what is thrown away at the end. */
  readonly throwaway: boolean;
  /** Addresses of its own beside the panel's. */
  readonly morePages?: Parameters<typeof openServer>[1];
  /** Called once both sides answer. */
  readonly opened?: (saldoUrl: string) => void;
}

/** Saldo and the stand-in helpdesk in one process, on two ports and one clock; not connected yet. */
export interface DemoDesk {
  readonly sandbox: Sandbox;
  readonly saldoUrl: string;
  readonly sandboxUrl: string;
  readonly setupCode: string;
  readonly approvals: readonly Approved[];
  /** Ends Saldo and leaves the helpdesk: another process goes on with its database. */
  closeSaldo(): Promise<void>;
  /** Ends Saldo and starts it again with the polls of real life. */
  restartSaldo(): Promise<void>;
  close(): Promise<void>;
}

const MARK = "made-by-saldo-demo";

/** Wake-ups and due times do the work; the polls are for what other processes did, and while the days are lived there are none. */
const POLL_WHILE_LIVED = 24 * HOUR;

export async function openDemoDesk(options: DemoDeskOptions): Promise<DemoDesk> {
  const { clock, entropy, seed, nodeEnv } = options;
  const dataDir = emptyFolder(options.dataDir);
  const [port, sandboxPort] = [await freePort(options.port), await freePort(options.sandboxPort)];
  // What cannot be read ends the demo before there is anything that must be closed.
  const library = await TemplateLibrary.load(join(process.cwd(), "templates"));
  const sandbox = await createSandbox({ clock, random: new SeededRandom(seed), entropy, port: sandboxPort, nodeEnv });
  const approvals = await approveTemplates(sandbox, library);
  // The helpdesk on 127.0.0.1 and the panel on localhost are two sites to a browser, as they are in real life.
  const saldoUrl = `http://localhost:${port}`;
  const environment = {
    NODE_ENV: options.throwaway ? "test" : "development",
    SALDO_DATABASE_URL: `sqlite:${join(dataDir, "saldo.sqlite")}`,
    SALDO_DATA_DIR: dataDir,
    SALDO_PORT: String(port),
    SALDO_PUBLIC_URL: saldoUrl,
    SALDO_ALLOW_PRIVATE_HOSTS: "127.0.0.0/8,::1/128",
    SALDO_LOG_LEVEL: "error",
  };
  const open = async (more: Readonly<Record<string, string>>) => {
    const ports = await openPorts(readConfig({ ...environment, ...more }), {
      clock,
      entropy,
      random: new SeededRandom(seed ^ 2),
      ticks: "clock",
    });
    const opened = await openServer(ports, options.morePages);
    await opened.listen({ port, host: "localhost" });
    return opened;
  };
  let app = await open({ SALDO_POLL_MS: String(POLL_WHILE_LIVED) });
  options.opened?.(saldoUrl);
  const { code } = await app.get(SetupCodes).create();
  return {
    sandbox,
    saldoUrl,
    sandboxUrl: sandbox.url,
    setupCode: code,
    approvals,
    closeSaldo: () => app.close(),
    async restartSaldo() {
      await app.close();
      app = await open({});
    },
    async close() {
      await app.close();
      await sandbox.close();
    },
  };
}

/** Every demo starts from nothing. Only a folder this command made is ever emptied. */
function emptyFolder(folder: string): string {
  const path = resolve(folder);
  const mark = join(path, MARK);
  if (existsSync(path) && !existsSync(mark)) {
    throw new Error(`${path} was not made by the demo and is left alone. Name another folder with --data.`);
  }
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true, mode: 0o700 });
  writeFileSync(mark, "");
  return path;
}
