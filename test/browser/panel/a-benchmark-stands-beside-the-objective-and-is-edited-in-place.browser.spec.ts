import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { PanelBrowser } from "./support/browser.js";
import { settled } from "./support/settle.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("source, day and gap in words; the account's own takes its place with a reason", async () => {
  const page = await panel.open("definitions/recovery.cohort");
  await settled(page);
  await page.getByText("COP: 2.1 pt below it.").waitFor();
  await page.getByText("Published guide to collection figures on WhatsApp, 22 Nov.").waitFor();
  await page.getByRole("button", { name: "Edit: By day 30, 70 to 85%, WhatsApp" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Set" }).press("Enter");
  await dialog.getByText("Say where the figure stands.").waitFor();
  await dialog.getByLabel("To", { exact: true }).fill("75");
  await dialog.getByLabel("Source").fill("Cámara del sector");
  await dialog.getByLabel("Published on").fill("2026-06-30");
  await dialog.getByLabel("Reason").fill("más cercana");
  await dialog.getByRole("button", { name: "Set" }).press("Enter");
  await page.getByText("The benchmark is set").waitFor();
  expect(panel.api.calledWith("PUT", "/api/benchmarks")?.body).toEqual({
    key: "recovery.by-day-30/whatsapp",
    from: 70,
    to: 75,
    label: null,
    source: "Cámara del sector",
    dated: "2026-06-30",
    reason: "más cercana",
  });
});
