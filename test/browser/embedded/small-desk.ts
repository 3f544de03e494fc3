import { localDate } from "../../../server/shared/zone.js";
import type { TodayView } from "../../../server/contract/kpis.contract.js";
import { openDemoDesk } from "../../../server/demo/demo-desk.js";
import { demoPeople, install, type Installed, turnOn } from "../../../server/demo/demo-installation.js";
import { SystemClock } from "../../../server/platform/clock/system-clock.js";
import { SystemEntropy } from "../../../server/platform/crypto/randomness.js";
import { demoPortfolio } from "../../support/demo-portfolio.js";
import { lawfulStart } from "../../support/lawful-start.js";

export interface SmallDesk {
  readonly installed: Installed;
  readonly saldoUrl: string;
  readonly sandboxUrl: string;
  close(): Promise<void>;
}

/** The demo's desk with a small portfolio, in real time inside lawful hours, without a past. */
export async function openSmallDesk(port: number, sandboxPort: number, dataDir: string, sending: boolean): Promise<SmallDesk> {
  const real = new SystemClock();
  const clock = new SystemClock(lawfulStart(real.now()) - real.now());
  const desk = await openDemoDesk({
    clock,
    entropy: new SystemEntropy(),
    seed: 1,
    port,
    sandboxPort,
    dataDir,
    nodeEnv: "test",
    throwaway: true,
  });
  const installed = await install(desk.saldoUrl, desk.sandboxUrl, desk.setupCode, demoPeople());
  const text = demoPortfolio(localDate("America/Bogota", clock.now()));
  await installed.client.call("POST", "/api/imports", { kind: "debts", fileName: "cartera-alameda.csv", text });
  await planned(installed, clock);
  if (sending) await turnOn(installed.client);
  return { installed, saldoUrl: desk.saldoUrl, sandboxUrl: desk.sandboxUrl, close: () => desk.close() };
}

/** Plan and template status follow within moments; if they do not, the tests will say so. */
async function planned({ client }: Installed, clock: SystemClock): Promise<void> {
  for (let tries = 0; tries < 40; tries++) {
    const { counts } = await client.call<TodayView>("GET", "/api/today?lang=en&limit=1");
    const { items } = await client.call<{ items: { sendable: boolean }[] }>("GET", "/api/templates");
    if (counts.allowed + counts.denied > 0 && items.some((template) => template.sendable)) return;
    await clock.sleep(250);
  }
}
