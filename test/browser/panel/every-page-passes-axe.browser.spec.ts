import { afterAll, beforeAll, expect, test } from "@jest/globals";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { PanelBrowser, StubHost } from "./support/browser.js";
import { PAGES } from "./support/pages.js";
import { settled } from "./support/settle.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

async function violations(page: Page, frame = page.mainFrame()): Promise<string[]> {
  await frame.evaluate(axe.source);
  return frame.evaluate(async () => {
    const { violations: found } = await (window as unknown as { axe: typeof axe }).axe.run();
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary?.split("\n")[1]?.trim() ?? ""}`),
    );
  });
}

const WIDTHS = [1440, 1000, 400];
const LOCALES = ["en", "es-CO", "pt-BR"];
/** Every page in every width and language is a matter of many minutes: SALDO_AXE=all. Otherwise each page has its turn in one of them, light and dark. */
const SWEEP = process.env["SALDO_AXE"] === "all";

function looksAt(index: number): [width: number, locale: string][] {
  const all = LOCALES.flatMap((locale) => WIDTHS.map((width): [number, string] => [width, locale]));
  return SWEEP ? all : [[WIDTHS[index % 3]!, LOCALES[Math.floor(index / 3) % 3]!]];
}

describePages("light", 0);
describePages("dark", 4);

function describePages(colorScheme: "light" | "dark", shift: number): void {
  /** One in each language, in which all pages are visited. */
  const pages = new Map<string, Page>();
  const looks = PAGES.flatMap((path, index) => looksAt(index + shift).map(([width, locale]) => [path, width, locale] as const));
  test.each(looks)(`axe finds nothing on %s at %d px in %s, ${colorScheme}`, async (path, width, locale) => {
    const page = pages.get(locale) ?? (await panel.page({ colorScheme, locale }));
    pages.set(locale, page);
    await page.setViewportSize({ width, height: 900 });
    await panel.visit(page, path);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => [...document.querySelectorAll<HTMLElement>("[lang]")].map(({ lang }) => lang))).toEqual(
      expect.not.arrayContaining([expect.stringMatching(/_/)]),
    );
  });

  test(`axe finds nothing in the command palette and the sheet of keys, ${colorScheme}`, async () => {
    panel.api.state.signedIn = true;
    const page = await panel.open("debtors", { colorScheme, viewport: { width: 400, height: 800 } });
    await settled(page);
    await page.getByRole("button", { name: "Search or go to" }).click();
    await page.getByRole("option").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  test(`axe finds nothing in opened rows, dialogs and menus, ${colorScheme}`, async () => {
    panel.api.state.signedIn = true;
    const page = await panel.open("today", { colorScheme });
    await settled(page);
    await page.getByRole("button", { name: "Why" }).first().click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Turn on sending" }).click();
    await page.getByRole("dialog").getByRole("row").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  test(`axe finds nothing on a phone, ${colorScheme}`, async () => {
    panel.api.state.signedIn = true;
    for (const path of ["today", "definitions/dso"]) {
      const page = await panel.open(path, { colorScheme, viewport: { width: 400, height: 800 } });
      await settled(page);
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    }
  });

  test(`axe finds nothing in the conversation tab, ${colorScheme}`, async () => {
    const tab = new StubHost(panel.url("tab"));
    panel.api.state.hostOrigin = await tab.start();
    const page = await panel.page({ colorScheme, viewport: { width: 1000, height: 700 } });
    await page.goto(tab.origin);
    const frame = page.frames()[1];
    if (!frame) throw new Error("The tab is not framed");
    await frame.getByText("Handed to a person").waitFor();
    expect(await violations(page, frame)).toEqual([]);
    await page.context().close();
    await tab.stop();
  });
}
