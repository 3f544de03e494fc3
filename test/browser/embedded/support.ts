import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { jest } from "@jest/globals";
import { type BrowserContext, chromium } from "playwright-core";
import { type RunningDemo, startDemo } from "../../../server/demo/demo.js";
import { panelFolder } from "../../../server/platform/http/server.js";

jest.setTimeout(180_000);

/** What the demo starts, as a person finds it: a helpdesk on 127.0.0.1 and the panel on localhost, two sites to a browser. */
export class EmbeddedPanel {
  demo!: RunningDemo;
  context!: BrowserContext;
  private readonly folder = mkdtempSync(join(tmpdir(), "saldo-embedded-"));

  async start(options: { readonly turnOn: boolean; readonly blockThirdPartyCookies: boolean }): Promise<void> {
    if (!panelFolder()) throw new Error("dist/panel is missing: npm run build makes it, npm test does so by itself");
    const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
    this.demo = await startDemo(
      { port: 4600, sandboxPort: 4700, dataDir: join(this.folder, "demo"), turnOn: options.turnOn, nodeEnv: "test" },
      silent,
    );
    this.context = await chromium.launchPersistentContext(join(this.folder, "profile"), {
      executablePath: process.env["SALDO_TEST_CHROMIUM"] ?? "/usr/bin/chromium",
      headless: true,
      locale: "en-GB",
      viewport: { width: 1440, height: 1000 },
      reducedMotion: "reduce",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // Chromium's own switch for "block third-party cookies".
        ...(options.blockThirdPartyCookies ? ["--test-third-party-cookie-phaseout"] : []),
      ],
    });
    this.context.setDefaultTimeout(20_000);
  }

  async stop(): Promise<void> {
    await this.context?.close();
    await this.demo?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export const ADMIN_TOKEN = "sandbox-token-laura-admin";
