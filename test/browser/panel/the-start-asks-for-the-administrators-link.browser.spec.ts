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

test("a link that is pasted there leads to its account's sign-in, and anything else is told", async () => {
  panel.api.state.signedIn = false;
  const page = await panel.page();
  await page.goto(`${panel.api.origin}/`);
  const link = page.getByLabel("Your link");
  await link.fill("https://saldo.example.com/a/");
  await page.getByRole("button", { name: "Open" }).click();
  await page.getByText("There is no account in it").waitFor();
  await link.fill(`  ${panel.url("today")}?x=1 `);
  await page.getByRole("button", { name: "Open" }).click();
  await page.waitForURL(panel.url("sign-in"));
});

test("where only one account is connected the bare address leads to its sign-in", async () => {
  panel.api.state.signedIn = false;
  panel.api.state.onlyAccount = true;
  const page = await panel.page();
  await page.goto(`${panel.api.origin}/`);
  await page.waitForURL(panel.url("sign-in"));
  panel.api.state.onlyAccount = false;
});

test("with a session the bare address opens the page of the role", async () => {
  panel.api.state.signedIn = true;
  const page = await panel.page();
  await page.goto(`${panel.api.origin}/`);
  await page.waitForURL(panel.url("overview"));
  expect(await page.title()).toBe("Overview · Saldo");
});
