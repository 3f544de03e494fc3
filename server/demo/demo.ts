import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Writable } from "node:stream";
import { openPorts, openServer } from "../boot.js";
import { SetupCodes } from "../modules/accounts/index.js";
import { TemplateLibrary } from "../modules/templates/index.js";
import { SystemClock } from "../platform/clock/system-clock.js";
import { readConfig } from "../platform/config/config.js";
import { SeededRandom, SystemEntropy } from "../platform/crypto/randomness.js";
import { createSandbox, demoSeed } from "../sandbox/index.js";
import { approveTemplates, type DemoPeople, install, type Installed } from "./demo-installation.js";
import { freePort } from "./free-port.js";
import { lawfulStart } from "./lawful-start.js";
import { summary } from "./summary.js";

export interface DemoOptions {
  readonly port: number;
  readonly sandboxPort: number;
  readonly dataDir: string;
  /** Turns sending on at once instead of leaving it to the person at the panel. */
  readonly turnOn: boolean;
  readonly nodeEnv: string | undefined;
}

export interface RunningDemo {
  readonly installed: Installed;
  readonly saldoUrl: string;
  readonly sandboxUrl: string;
  close(): Promise<void>;
}

const MARK = "made-by-saldo-demo";

/** Starts the sandbox helpdesk and Saldo beside it, installs Saldo there, imports a portfolio and says where to look. */
export async function startDemo(options: DemoOptions, out: Writable): Promise<RunningDemo> {
  const real = new SystemClock();
  const clock = new SystemClock(lawfulStart(real.now()) - real.now());
  const entropy = new SystemEntropy();
  const dataDir = emptyFolder(options.dataDir);
  const [port, sandboxPort] = [await freePort(options.port), await freePort(options.sandboxPort)];
  const sandbox = await createSandbox({ clock, random: new SeededRandom(1), entropy, port: sandboxPort, nodeEnv: options.nodeEnv });
  await approveTemplates(sandbox, await TemplateLibrary.load(join(process.cwd(), "templates")));

  // The helpdesk on 127.0.0.1 and the panel on localhost are two sites to a browser, as they are in real life.
  const saldoUrl = `http://localhost:${port}`;
  const config = readConfig({
    NODE_ENV: "development",
    SALDO_DATABASE_URL: `sqlite:${join(dataDir, "saldo.sqlite")}`,
    SALDO_DATA_DIR: dataDir,
    SALDO_PORT: String(port),
    SALDO_PUBLIC_URL: saldoUrl,
    SALDO_ALLOW_PRIVATE_HOSTS: "127.0.0.0/8,::1/128",
    SALDO_LOG_LEVEL: "error",
    SALDO_POLL_MS: "500",
  });
  const app = await openServer(await openPorts(config, { clock, entropy, random: new SeededRandom(2) }));
  await app.listen({ port, host: "localhost" });
  const { code } = await app.get(SetupCodes).create();
  const installed = await install(saldoUrl, sandbox.url, code, demoPeople(), clock);
  if (options.turnOn) await installed.client.call("POST", "/api/account/dispatch", { enabled: true, seenPlan: installed.today.planDigest });
  out.write(
    summary({
      installed,
      saldoUrl,
      sandboxUrl: sandbox.url,
      people: demoPeople(),
      now: clock.now(),
      shifted: clock.now() - real.now() < -60_000,
      turnedOn: options.turnOn,
    }),
  );
  return {
    installed,
    saldoUrl,
    sandboxUrl: sandbox.url,
    async close() {
      await app.close();
      await sandbox.close();
    },
  };
}

function demoPeople(): DemoPeople {
  const users = demoSeed().accounts[0]?.users ?? [];
  const token = (note: string) => users.find((user) => user.note === note)?.accessToken ?? "";
  const compliance = users.find((user) => user.note === "compliance");
  return { admin: token("admin"), agent: token("agent"), compliance: { id: compliance?.id ?? 0, token: compliance?.accessToken ?? "" } };
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
