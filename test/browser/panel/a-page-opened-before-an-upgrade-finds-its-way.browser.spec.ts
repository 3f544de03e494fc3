import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { PanelBrowser } from "./support/browser.js";
import { settled } from "./support/settle.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("a page whose part is gone since an upgrade is opened afresh", async () => {
  const page = await panel.open("today");
  await settled(page);
  let missed = 0;
  await page.route(/SegmentsPage-.*\.js$/, (route) => (missed++ === 0 ? route.fulfill({ status: 404 }) : route.continue()));
  await page.getByRole("link", { name: "Segments" }).click();
  await page.getByRole("heading", { level: 1, name: "Segments" }).waitFor();
  expect(missed).toBe(2);
});

test("a part that stays away does not make the page go round", async () => {
  const page = await panel.open("today");
  await settled(page);
  let asked = 0;
  await page.route(/SegmentsPage-.*\.js$/, (route) => {
    asked++;
    return route.fulfill({ status: 404 });
  });
  const opened = page.waitForEvent("framenavigated", (frame) => frame.url().endsWith("/segments"));
  await page.getByRole("link", { name: "Segments" }).click();
  await opened;
  await page.waitForLoadState("networkidle");
  expect(asked).toBeLessThanOrEqual(2);
});
