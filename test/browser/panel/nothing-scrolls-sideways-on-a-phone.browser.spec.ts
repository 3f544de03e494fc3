import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { settledCount } from "../settled-count.js";
import { PanelBrowser } from "./support/browser.js";
import { PAGES } from "./support/pages.js";
import { settled } from "./support/settle.js";
import { HOGAR } from "./support/stub-cadences.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

// 320 px is also what 1280 px become at 400 % zoom (WCAG 1.4.10).
const WIDTHS = [720, 400, 320];

test.each(["en-GB", "es-CO", "pt-BR"])("in %s no page scrolls sideways, however narrow", async (locale) => {
  const page = await panel.page({ locale });
  for (const path of PAGES) {
    await panel.visit(page, path);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      expect({ path, width, wide: await page.evaluate(outside) }).toEqual({ path, width, wide: [] });
    }
  }
  await page.context().close();
});

/** What reaches beyond the window, after whatever follows the window's width has done so. */
async function outside(): Promise<string[]> {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const edge = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= edge) return [];
  return [...document.querySelectorAll("body *")].flatMap((element) =>
    element.getBoundingClientRect().right > edge + 1 && !element.closest(".scroll-x, .tabs")
      ? [`${element.tagName} ${element.className.toString()}`]
      : [],
  );
}

test("beside a side bar no tab is cut by what stands next to it", async () => {
  panel.api.state.signedIn = true;
  panel.api.state.cadences.body = { ...panel.api.state.cadences.body, name: "De 1 a 30 días de atraso, Colombia" };
  for (const path of ["today", "payments", `cadences/${HOGAR}`]) {
    const page = await panel.open(path, { locale: "es-CO", viewport: { width: 1000, height: 800 } });
    await settled(page);
    const cut = await page.locator(".tabs").evaluate((tabs) => tabs.scrollWidth - tabs.clientWidth);
    expect({ path, cut }).toEqual({ path, cut: 0 });
    await page.context().close();
  }
});

test("on a phone the pages stand behind the menu button, which the keyboard opens and closes", async () => {
  panel.api.state.signedIn = true;
  const page = await panel.open("today", { viewport: { width: 400, height: 800 } });
  await page.getByRole("button", { name: "Menu" }).press("Enter");
  await page.getByRole("dialog").getByRole("link", { name: "Debtors" }).press("Enter");
  await page.getByRole("heading", { level: 1, name: "Debtors" }).waitFor();
  expect(await settledCount(page.getByRole("dialog"), 0)).toBe(0);
});
