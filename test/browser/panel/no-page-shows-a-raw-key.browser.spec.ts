import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { PanelBrowser } from "./support/browser.js";
import { PAGES } from "./support/pages.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

/** A key of the catalogue, printed because its text is missing: `today.col.debtor`. Names the server gives are set in monospace. */
const KEY = /^(?:[a-z][A-Za-z]+\.)+[a-zA-Z_]\w*$/;

test.each(["es", "pt-BR"])("no page shows a raw key or an English menu in %s", async (locale) => {
  const page = await panel.page({ locale });
  for (const path of PAGES) {
    await panel.visit(page, path);
    const texts = await page.evaluate(() =>
      [...document.querySelectorAll("body *:not(script, style, .mono, .mono *)")].flatMap((element) => [
        ...[...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent?.trim() ?? ""),
        ...["aria-label", "title", "placeholder"].map((name) => element.getAttribute(name) ?? ""),
      ]),
    );
    expect(texts.filter((text) => KEY.test(text))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale);
    expect(texts).not.toContain("Settings");
  }
  await page.context().close();
});

test("the language switch changes the page at once and is remembered", async () => {
  panel.api.state.signedIn = true;
  const page = await panel.open("today");
  await page.getByRole("button", { name: /Laura Medina/ }).click();
  await page.getByRole("menuitemradio", { name: "Español" }).click();
  await page.getByRole("heading", { level: 1, name: "Hoy" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Hoy" }).waitFor();
  expect(await page.getByText("572.800").count()).toBeGreaterThan(0);
});
