import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jest } from "@jest/globals";
import { type Browser, type BrowserContext, chromium, type Frame, type Page } from "playwright-core";
import { panelFolder } from "../../../server/platform/http/panel-pages.js";
import { openSmallDesk, type SmallDesk } from "./small-desk.js";

jest.setTimeout(600_000);

const EXECUTABLE = process.env["SALDO_TEST_CHROMIUM"] ?? "/usr/bin/chromium";
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser that has seen nothing yet. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, headless: true, args: FLAGS });
}

export const TOKENS = {
  admin: "sandbox-token-laura-admin",
  agent: "sandbox-token-diego-agent",
  compliance: "sandbox-token-marta-compliance",
} as const;
export type Who = keyof typeof TOKENS;

/** What the demo starts, as a person finds it: a helpdesk on 127.0.0.1 and the panel on localhost, two sites to a browser. */
export class EmbeddedPanel {
  demo!: SmallDesk;
  context!: BrowserContext;
  private readonly folder = mkdtempSync(join(tmpdir(), "saldo-embedded-"));

  async start(options: { readonly turnOn: boolean; readonly blockThirdPartyCookies: boolean }): Promise<void> {
    if (!panelFolder()) throw new Error("dist/panel is missing: npm run build makes it, npm test does so by itself");
    // Jest's workers look for free ports at the same time.
    const room = 10 * Number(process.env["JEST_WORKER_ID"] ?? 0);
    this.demo = await openSmallDesk(4600 + room, 4800 + room, join(this.folder, "demo"), options.turnOn);
    this.context = await chromium.launchPersistentContext(join(this.folder, "profile"), {
      executablePath: EXECUTABLE,
      headless: true,
      locale: "en-GB",
      viewport: { width: 1440, height: 1000 },
      reducedMotion: "reduce",
      args: [
        ...FLAGS,
        // Chromium's own switch for "block third-party cookies".
        ...(options.blockThirdPartyCookies ? ["--test-third-party-cookie-phaseout"] : []),
      ],
    });
    this.context.setDefaultTimeout(120_000);
  }

  async stop(): Promise<void> {
    await this.context?.close();
    await this.demo?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Address of a page of the panel; `/tab` is the one the helpdesk frames. */
  panelUrl(path: string): string {
    return `${this.demo.saldoUrl}/a/${this.demo.installed.account}${path}`;
  }

  conversationUrl(id: number): string {
    return `${this.demo.sandboxUrl}/app/accounts/1/conversations/${id}`;
  }

  /** Opens the panel by itself and signs in, unless that was done before; waits until the page's own navigation stands. */
  async signIn(page: Page, who: Who, path = "/today"): Promise<void> {
    await page.goto(this.panelUrl(path));
    const navigation = page.getByRole("navigation", { name: "Pages" });
    const form = page.getByLabel("Helpdesk access token");
    await navigation.or(form).first().waitFor();
    if (await form.isVisible()) await this.giveToken(page, who);
    await navigation.waitFor();
  }

  /** Fills the sign-in form of a page or of a frame. */
  async giveToken(where: Page | Frame, who: Who): Promise<void> {
    await where.getByLabel("Helpdesk access token").fill(TOKENS[who]);
    await where.getByRole("button", { name: "Sign in" }).click();
  }

  /** The frame of the helpdesk's own "Saldo" tab in the conversation that is open. */
  async openTab(page: Page): Promise<Frame> {
    await page.getByRole("button", { name: "Saldo", exact: true }).click();
    const element = await page.locator('iframe[title="Saldo"]').elementHandle();
    const frame = await element?.contentFrame();
    if (!frame) throw new Error("the helpdesk has no Saldo tab");
    return frame;
  }
}
