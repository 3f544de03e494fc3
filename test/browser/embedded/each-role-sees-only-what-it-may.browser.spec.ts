import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { settledCount } from "../settled-count.js";
import { EmbeddedPanel, type Who } from "./support.js";

const panel = new EmbeddedPanel();
let page: Page;

beforeAll(() => panel.start({ turnOn: false, blockThirdPartyCookies: false }));
afterAll(() => panel.stop());

async function become(who: Who): Promise<string[]> {
  await page?.close();
  await panel.context.clearCookies();
  page = await panel.context.newPage();
  await panel.signIn(page, who);
  return page.getByRole("navigation", { name: "Pages" }).getByRole("link").allInnerTexts();
}
const button = (name: string) => page.getByRole("button", { name, exact: true });
async function openFirstDebtor(): Promise<void> {
  await page.goto(panel.panelUrl("/debtors"));
  await page.getByRole("rowheader").getByRole("link").first().click();
  await button("Hold").waitFor();
}

test("an agent works cases, and neither turns sending on nor reads the journal", async () => {
  expect(await become("agent")).not.toContain("Compliance");
  await page.getByText("Sending is off").first().waitFor();
  expect(await settledCount(button("Turn on sending"), 0)).toBe(0);

  await openFirstDebtor();
  expect(await button("Record payment").isVisible()).toBe(true);
  expect(await settledCount(page.getByRole("link", { name: /Journal record/ }), 0)).toBe(0);

  await page.goto(panel.panelUrl("/imports"));
  await page.getByText("Only an administrator imports files.").waitFor();
  expect(await settledCount(page.locator("input[type=file]"), 0)).toBe(0);

  await page.goto(panel.panelUrl("/settings"));
  await page.getByText("Only an administrator changes settings.").waitFor();
  expect(await settledCount(page.getByRole("heading", { name: "API keys" }), 0)).toBe(0);

  await page.goto(panel.panelUrl("/compliance"));
  await page.getByText("Only compliance and administrators read the journal").waitFor();
  // What the panel hides the server refuses as well.
  expect(await page.evaluate(() => fetch("/api/journal").then(({ status }) => status))).toBe(403);
});

test("the compliance officer reads and verifies the journal, holds, and neither books money nor turns sending on", async () => {
  expect(await become("compliance")).toContain("Compliance");
  await page.getByText("Sending is off").first().waitFor();
  expect(await settledCount(button("Turn on sending"), 0)).toBe(0);

  await openFirstDebtor();
  expect(await settledCount(button("Record payment"), 0)).toBe(0);

  await page.goto(panel.panelUrl("/compliance"));
  await button("Verify now").click();
  await page.getByText("Intact").waitFor();
  const what = page.getByRole("row", { name: /session\.started/ }).first();
  expect(await what.innerText()).toMatch(/Signed in[\s\S]*Marta Salazar/);

  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Export journal" }).click()]);
  expect(download.suggestedFilename()).toBe("saldo-journal.jsonl");
});
