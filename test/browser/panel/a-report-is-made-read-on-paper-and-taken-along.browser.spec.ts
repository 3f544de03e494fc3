import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { settledCount } from "../settled-count.js";
import { PanelBrowser } from "./support/browser.js";
import { settled } from "./support/settle.js";
import { WEEK } from "./support/stub-reports.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("a report is made and opens at once, with the address that leads back to it", async () => {
  const page = await panel.open("reports");
  await settled(page);
  expect(await settledCount(page.getByRole("table", { name: "Reports" }).getByRole("rowheader").getByRole("link"), 2)).toBe(2);
  await page.getByRole("button", { name: "Make report" }).click();
  await page.getByRole("heading", { name: /^Weekly performance, 16/ }).waitFor();
  expect(new URL(page.url()).searchParams.get("report")).not.toBeNull();
  await page.reload();
  await page.getByText("986").first().waitFor();
  expect(await page.getByRole("main").first().textContent()).toContain("Same data as before");
});

test("it is read in the reader's language and taken along in it", async () => {
  const page = await panel.open(`reports?report=${WEEK}`, { locale: "es-CO" });
  await settled(page);
  await page.getByText("Entraron COP").waitFor();
  expect(await page.getByRole("link", { name: "XLSX" }).getAttribute("href")).toBe(`/api/reports/${WEEK}/file?format=xlsx&lang=es`);
  const bar = page.getByRole("row", { name: /^1–30/ }).getByRole("presentation").or(page.locator(".bar table"));
  expect(await bar.first().getAttribute("width")).toMatch(/%$/);
});

test("what was sent to whom is told, and a schedule is edited with its words beside their boxes", async () => {
  const page = await panel.open("reports");
  await settled(page);
  const sent = page.getByRole("table", { name: "Sent" });
  expect(await settledCount(sent.getByRole("row"), 3)).toBe(3);
  expect(await sent.textContent()).toContain("the mail server knows no such recipient");
  const first = sent.getByRole("row").nth(1);
  expect(await first.getByRole("link", { name: /^PDF: / }).getAttribute("href")).toMatch(/\/file\?format=pdf&lang=en$/);
  await first.getByRole("button", { name: /^Run again: / }).click();
  await page.getByText("Made again: the same data, byte by byte").waitFor();
  expect(panel.api.calledWith("POST", "/api/reports")?.body).toMatchObject({ kind: "weekly", known: "then" });
  await page.getByRole("button", { name: "Edit the schedule: Weekly performance" }).click();
  const dialog = page.getByRole("dialog", { name: "Weekly performance" });
  await dialog.getByText("tesoreria@alameda.example").waitFor();
  const words = await dialog.getByText("On working days only").boundingBox();
  expect(words!.height).toBeLessThan(32);
  expect(await dialog.getByRole("checkbox", { name: /Diego Rojas/ }).isDisabled()).toBe(true);
});
