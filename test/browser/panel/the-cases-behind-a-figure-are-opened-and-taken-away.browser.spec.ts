import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { settledCount } from "../settled-count.js";
import { PanelBrowser } from "./support/browser.js";
import { settled } from "./support/settle.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

const CASES = "figures/portfolio.outstanding/cases";

test("a figure of the definitions opens its cases, of the same days and currency", async () => {
  const page = await panel.open("definitions/portfolio.outstanding");
  await settled(page);
  await page.getByRole("link", { name: /^COP/ }).first().click();
  await page.getByRole("heading", { level: 1, name: "Outstanding" }).waitFor();
  const { pathname, searchParams } = new URL(page.url());
  expect(pathname).toMatch(/\/figures\/portfolio\.outstanding\/cases$/);
  expect(Object.fromEntries(searchParams)).toEqual({ from: "2026-11-01", to: "2026-11-25", currency: "COP" });
});

test("most first, with the sum of all; the rest comes page by page", async () => {
  const page = await panel.open(`${CASES}?currency=COP`);
  await settled(page);
  const rows = page.getByRole("table", { name: "Cases" }).locator("tbody tr");
  expect(await settledCount(rows, 3)).toBe(3);
  const head = (await page.getByRole("region", { name: "Outstanding" }).textContent())?.replaceAll("\u00a0", " ");
  expect(head).toContain("COP 18,726,700.50 of 5 cases");
  await page.getByRole("button", { name: "More" }).click();
  expect(await settledCount(rows, 5)).toBe(5);
  const file = new URL((await page.getByRole("link", { name: "Export 5 rows" }).getAttribute("href"))!, page.url());
  expect(file.pathname).toBe("/api/figures/portfolio.outstanding/cases/file");
  expect(Object.fromEntries(file.searchParams)).toMatchObject({
    currency: "COP",
    part: "numerator",
    asOf: expect.stringMatching(/^2026-11-25T/),
  });
});

test("the other part of the figure is one link away, and stays in the address", async () => {
  const page = await panel.open(`${CASES}?currency=COP`);
  await settled(page);
  await page.getByRole("link", { name: "Below the line" }).click();
  await page.waitForURL(/part=denominator/);
});

test("a past instant is said on top, and left with one press", async () => {
  const page = await panel.open(`${CASES}?currency=COP&asOf=2026-11-20T15:00:00.000Z`);
  await settled(page);
  const banner = page.locator(".banner");
  expect(await banner.textContent()).toContain("20");
  await banner.getByRole("button").click();
  await page.waitForURL((url) => !url.search.includes("asOf"));
});

test("without a currency it asks for one; of no figure it says so; of no cases there are none", async () => {
  const page = await panel.open(CASES);
  await page.getByRole("heading", { name: "Choose a currency" }).waitFor();
  await page.getByRole("main").getByRole("button", { name: "MXN" }).click();
  await page.getByRole("table", { name: "Cases" }).waitFor();
  const nowhere = await panel.open("figures/nothing.at-all/cases");
  await nowhere.getByRole("heading", { name: "There is no such figure" }).waitFor();
  panel.api.state.empty = true;
  const empty = await panel.open(`${CASES}?currency=COP`);
  await empty.getByRole("heading", { name: "No cases" }).waitFor();
  panel.api.state.empty = false;
});
