import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { type RunningDemo, startDemo } from "../../../server/demo/demo.js";
import { freePort } from "../../support/free-port.js";
import { settledCount } from "../settled-count.js";
import { launchBrowser } from "./support.js";

const folder = mkdtempSync(join(tmpdir(), "saldo-demo-"));
const out = new PassThrough({ encoding: "utf8" });
let demo: Promise<RunningDemo>;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await (await browser.newContext({ locale: "es-CO" })).newPage();
  page.setDefaultTimeout(120_000);
  demo = startDemo(
    {
      port: await freePort(),
      sandboxPort: await freePort(),
      dataDir: join(folder, "demo"),
      days: 3,
      debtors: 30,
      seed: 1,
      nodeEnv: "test",
    },
    out,
  );
});
afterAll(async () => {
  await browser.close();
  await (await demo).close();
  rmSync(folder, { recursive: true, force: true });
});

test("the address is told before the first day, and the page fills while the days are lived", async () => {
  const url = await new Promise<string>((resolve) => {
    let said = "";
    out.on("data", (text: string) => {
      said += text;
      const found = /https?:\/\/\S+\/demo/.exec(said);
      if (found) resolve(found[0]);
    });
  });
  await page.goto(url);
  await page.getByRole("heading", { name: "Sesenta días de una mesa de cobranza" }).waitFor();
  await page.getByRole("heading", { name: "Los 3 días están vividos" }).waitFor();
  expect(await settledCount(page.locator("#chart rect.messages"), 3)).toBe(3);
  expect(Number(await page.locator("#totals dd").first().innerText())).toBeGreaterThan(0);
});

test("one press signs in as the agent and opens today's work", async () => {
  await page.getByRole("button", { name: "Agente" }).click();
  await page.waitForURL(/\/a\/[^/]+\/today$/);
  await page.getByRole("table").first().waitFor();
});
