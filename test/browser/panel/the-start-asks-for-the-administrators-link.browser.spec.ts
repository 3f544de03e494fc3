import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { PanelBrowser } from "./support/browser.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("without a session the bare address asks for the administrator's link", async () => {
  panel.api.state.signedIn = false;
  const page = await panel.page();
  await page.goto(`${panel.api.origin}/`);
  await page.getByText("Use the link your administrator gave you").waitFor();
  expect(page.url()).toBe(`${panel.api.origin}/`);
});

test("with a session the bare address opens today's plan", async () => {
  panel.api.state.signedIn = true;
  const page = await panel.page();
  await page.goto(`${panel.api.origin}/`);
  await page.waitForURL(panel.url("today"));
  expect(await page.title()).toBe("Today · Saldo");
});
