import type { Page } from "playwright-core";

/** Waits until a page of the panel has read everything it asks for: no skeleton, fonts loaded. */
export async function settled(page: Page): Promise<void> {
  await page.locator("main").first().waitFor();
  await page.waitForFunction(() => document.querySelector(".sk") === null && document.querySelector("main")?.textContent?.trim() !== "");
}
