import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { PanelBrowser } from "./support/browser.js";
import { settled } from "./support/settle.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("arrows move through the roll matrix, the cell is read out, and Enter opens what is behind it", async () => {
  const page = await panel.open("overview");
  await settled(page);
  const card = page.getByRole("region", { name: "Roll rates" });
  const read = card.locator(".readout");
  // The largest share that went to an older stage is read out first.
  expect(await read.textContent()).toContain("31–90 → 91+: 23.8%, COP\u00a0200.4M");
  await card.getByRole("button", { name: "31–90 to 91+: 23.8%" }).focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowLeft");
  await card.getByRole("button", { name: "1–30 to 31–90: 18.4%" }).and(page.locator(":focus")).waitFor();
  expect(await read.textContent()).toContain("1–30 → 31–90: 18.4%");
  expect(await card.locator(".cell[tabindex='0']").count()).toBe(1);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/(?:debtors\?|figures\/roll\.matrix\.amount\/cases\?.*)stage=d1_30/);
  await page.context().close();
});

test("the lines of cohorts are read out day by day, and their table marks what is not complete", async () => {
  const page = await panel.open("overview");
  await settled(page);
  const card = page.getByRole("region", { name: "Recovery by cohort" });
  const chart = card.getByRole("slider");
  await card.locator(".cohort-chart svg").waitFor();
  expect(await chart.getAttribute("aria-label")).toMatch(
    /^Share of the placed balance recovered by day 0 to 90, months Jul to Oct\. By day 30: Oct –/,
  );
  await chart.focus();
  await page.keyboard.press("End");
  expect(await card.locator(".readout").textContent()).toMatch(/^day 90: Oct –, Sep –, Aug –, Jul 68\.8%$/);
  await card.getByRole("button", { name: "Recovery by cohort: show as table" }).press("Enter");
  const row = card.getByRole("row", { name: /^2026-09/ });
  expect(await row.getByRole("cell").allTextContents()).toEqual(["1,902", "71.8", "77.3 (d 56)", "–"]);
  await page.context().close();
});

test("a card stands alone under its own address, with the same filters", async () => {
  const page = await panel.open("overview?currency=COP&period=days30");
  await settled(page);
  await page.getByRole("button", { name: "Roll rates: definition, link, files" }).press("Enter");
  await page.getByRole("menuitem", { name: "Open this card alone" }).click();
  await page.waitForURL(/\/widget\/matrix\?currency=COP&period=days30$/);
  await page.getByRole("button", { name: "31–90 to 91+: 23.8%" }).waitFor();
  expect(await page.getByRole("navigation").count()).toBe(0);
  await page.context().close();
});

test("the first view of the overview is light: the charts come by themselves and late", async () => {
  const page = await panel.page();
  const scripts: string[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith(".js")) scripts.push(response.url());
  });
  await page.goto(panel.url("definitions"));
  await settled(page);
  expect(scripts.filter((url) => url.includes("charts"))).toEqual([]);
  await page.goto(panel.url("overview"));
  await page.locator(".cohort-chart svg").waitFor();
  expect(scripts.filter((url) => url.includes("charts"))).toHaveLength(1);
  await page.context().close();
});
