import { jest } from "@jest/globals";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { ensurePanel } from "./panel-files.js";
import { settled } from "./settle.js";
import { StubApi } from "./stub-api.js";
import { ACCOUNT, CONVERSATION } from "./stub-data.js";

// Starting a browser, and sometimes building the panel, takes longer than the 5 s of a unit test.
jest.setTimeout(600_000);

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The panel in a real browser against the stub; one per spec file. */
export class PanelBrowser {
  readonly api = new StubApi();
  private browser: Browser | undefined;
  private readonly contexts: BrowserContext[] = [];

  async start(): Promise<void> {
    ensurePanel();
    await this.api.start();
    this.browser = await chromium.launch({
      executablePath: process.env["SALDO_TEST_CHROMIUM"] ?? "/usr/bin/chromium",
      headless: true,
      args: FLAGS,
    });
  }

  /** A page of a fresh browser profile, in English and light unless told. */
  async page(options: BrowserContextOptions = {}): Promise<Page> {
    if (!this.browser) throw new Error("start() first");
    const context = await this.browser.newContext({
      locale: "en-GB",
      colorScheme: "light",
      viewport: { width: 1440, height: 1000 },
      reducedMotion: "reduce",
      ...options,
    });
    this.contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    return page;
  }

  url(path: string): string {
    return `${this.api.origin}/a/${ACCOUNT}/${path}`;
  }

  async open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.page(options);
    await page.goto(this.url(path));
    return page;
  }

  /** Another page in the same browser profile, which knows the scripts already; signed in wherever one has to be. */
  async visit(page: Page, path: string): Promise<void> {
    this.api.state.signedIn = path !== "sign-in";
    await page.goto(this.url(path));
    await settled(page);
  }

  async stop(): Promise<void> {
    await Promise.all(this.contexts.map((context) => context.close()));
    await this.browser?.close();
    await this.api.stop();
  }
}

/** A page that frames the tab as the helpdesk does: answers fetch-info with the open conversation. */
export class StubHost {
  private readonly server: Server;

  constructor(
    frameUrl: string,
    message = JSON.stringify({
      event: "appContext",
      data: { conversation: { id: CONVERSATION }, contact: {}, currentAgent: { id: 1, name: "Laura", email: "laura@example.com" } },
    }),
  ) {
    const page = `<!doctype html><title>Desk</title><body style="margin:0"><iframe src="${frameUrl}" style="border:0;width:100%;height:100vh" title="Saldo"></iframe><script>
      const frame = document.querySelector("iframe");
      const answer = () => frame.contentWindow.postMessage(${JSON.stringify(message)}, "*");
      window.asked = 0;
      window.addEventListener("message", (event) => { if (event.data === "chatwoot-dashboard-app:fetch-info") { window.asked++; answer(); } });
      frame.addEventListener("load", answer);
    </script></body>`;
    this.server = createServer((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(page));
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return this.origin;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
