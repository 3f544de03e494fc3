import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { settledCount } from "../settled-count.js";
import { PanelBrowser } from "./support/browser.js";
import { settled } from "./support/settle.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("a figure is found by a word of its formula and opened by keyboard; the address leads back to it", async () => {
  const page = await panel.open("definitions");
  await settled(page);
  const search = page.getByRole("searchbox", { name: "Name or formula" });
  await search.fill("credit SALES");
  expect(await settledCount(page.getByRole("navigation", { name: "Figures" }).getByRole("link"), 2)).toBe(2);
  await page.getByRole("link", { name: "Effectiveness, CEI" }).press("Enter");
  await page.getByRole("heading", { level: 2, name: "Effectiveness, CEI" }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/\/definitions\/effectiveness$/);
  await page.reload();
  await page.getByRole("heading", { level: 2, name: "Effectiveness, CEI" }).waitFor();
  expect(await search.inputValue()).toBe("credit SALES");
});

test("three readings stand side by side with one worked example, whose numbers are those of the tests", async () => {
  const page = await panel.open("definitions/effectiveness");
  await settled(page);
  const example = page.getByRole("table", { name: "Worked example" });
  expect(await example.getByRole("row", { name: /^Result/ }).textContent()).toBe("Result79.63%55.93%173.4%");
  const monthly = page.getByRole("region", { name: "Monthly index" });
  expect(await monthly.locator("em").allTextContents()).toEqual(["credit sales\u00a0÷\u00a0N", "credit sales\u00a0÷\u00a0N"]);
  await monthly.getByRole("link", { name: "Link to Monthly index" }).click();
  await page.waitForURL(/#effectiveness\.monthly$/);
});

test("a reading that waits says for which facts, and shows no value", async () => {
  const page = await panel.open("definitions/promises.per-call");
  await settled(page);
  const article = page.getByRole("article", { name: "Promises per call" });
  expect(await article.textContent()).toContain("No data. Calls are not recorded yet");
  expect(await page.getByRole("link", { name: /Promises per call.*waits for facts/ }).count()).toBe(1);
});

test("an objective is told in the reader's words, with its source", async () => {
  const page = await panel.open("definitions/contact.successful", { locale: "es-CO" });
  await settled(page);
  const reading = page.getByRole("region", { name: "De todos los intentos" });
  const text = (await reading.textContent())?.replaceAll("\u00a0", " ");
  expect(text).toContain("Objetivo de 80 a 90 %, WhatsApp. Por debajo de 70 % hay que revisarlo de inmediato.");
  expect(text).toContain("Fuente: Guía publicada");
});

test("an address of no figure says so, and the list is there to go on from", async () => {
  const page = await panel.open("definitions/nothing.at-all");
  await page.getByRole("heading", { name: "There is no such figure" }).waitFor();
  await page.getByRole("link", { name: "Outstanding" }).click();
  await page.getByRole("heading", { level: 2, name: "Outstanding" }).waitFor();
});

test("on a phone the list folds away when a figure is chosen", async () => {
  const page = await panel.open("today", { viewport: { width: 400, height: 800 } });
  await page.getByRole("link", { name: "Definitions" }).click();
  await page.getByRole("link", { name: /^Roll rate/ }).click();
  await page.getByRole("heading", { level: 2, name: "Roll rate" }).waitFor();
  const fold = page.getByRole("button", { name: "Roll rate" });
  expect(await fold.getAttribute("aria-expanded")).toBe("false");
  await fold.press("Enter");
  await page.getByRole("link", { name: /^Roll matrix/ }).waitFor();
});
