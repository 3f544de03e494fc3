import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { settledCount } from "../settled-count.js";
import { PanelBrowser } from "./support/browser.js";
import { importFile } from "./support/import-file.js";
import { settled } from "./support/settle.js";
import { HOGAR } from "./support/stub-cadences.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

/** Waits for the focus: a dialog gives it back after it was taken down. */
async function focusIs(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector);
}

test("a dialog that a menu opened gives the focus back to the menu's button", async () => {
  const page = await panel.open(`cadences/${HOGAR}`);
  await settled(page);
  await page.getByRole("button", { name: "More for this cadence" }).click();
  await page.getByRole("menuitem", { name: "Pause cadence" }).click();
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await focusIs(page, "[aria-label='More for this cadence']");
});

test("each step of an import is where the focus goes on, at its beginning", async () => {
  panel.api.state.profileKnown = true;
  const page = await panel.open("imports");
  await importFile(page, "cartera.csv", Buffer.from("external_id,name\n1,Ana\n"));
  await focusIs(page, ".stepper li:nth-child(2)");
  await page.getByRole("button", { name: "Check all rows" }).click();
  await focusIs(page, ".stepper li:nth-child(3)");
  const current = page.locator(".stepper [aria-current]");
  expect(await current.textContent()).toContain("Check");
  // In sight, and not under the head of the page that stays on top.
  const [box, head] = await Promise.all([current.boundingBox(), page.locator("header.top").boundingBox()]);
  expect(box!.y).toBeGreaterThanOrEqual(head!.y + head!.height);
  expect(await settledCount(page.getByText("Nothing is written before you confirm."), 1)).toBe(1);
  await page.getByRole("button", { name: /^Import [\d,]+ rows$/ }).click();
  await focusIs(page, ".stepper li:nth-child(4), .stepper li:nth-child(5)");
  expect(await settledCount(page.getByText("Nothing is written before you confirm."), 0)).toBe(0);
});
