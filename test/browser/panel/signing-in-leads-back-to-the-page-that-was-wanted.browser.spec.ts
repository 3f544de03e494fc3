import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { PanelBrowser } from "./support/browser.js";
import { ACCOUNT, TOKEN } from "./support/stub-data.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("signing in leads back to the page that was wanted", async () => {
  panel.api.state.signedIn = false;
  const page = await panel.open("debtors?state=held");
  await page.waitForURL(/\/sign-in\?next=/);
  await page.getByLabel("Helpdesk access token").fill(TOKEN);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { level: 1, name: "Debtors" }).waitFor();
  expect(page.url()).toContain("/debtors?state=held");
  const call = panel.api.calledWith("POST", "/api/session");
  expect(call?.body).toEqual({ account: ACCOUNT, accessToken: TOKEN });
  expect(call?.headers["x-saldo"]).toBe("1");
});

test("a next address outside of the account is not followed", async () => {
  panel.api.state.signedIn = false;
  const page = await panel.open("sign-in?next=//evil.example/a/");
  await page.getByLabel("Helpdesk access token").fill(TOKEN);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  expect(page.url()).toBe(panel.url("overview"));
});
