import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { PanelBrowser } from "./support/browser.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("a refused token says what to do, keeps the person on the page and leaves nothing in storage", async () => {
  panel.api.state.signedIn = false;
  const page = await panel.open("sign-in");
  await page.getByLabel("Helpdesk access token").fill("a-wrong-token");
  await page.getByRole("button", { name: "Sign in" }).click();
  const alert = page.getByRole("alert").filter({ hasText: "does not know this access token" });
  await alert.waitFor();
  expect(await alert.textContent()).toContain("Copy it again from your profile settings");
  expect(page.url()).toContain("/sign-in");
  expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage].map((storage) => Object.entries(storage))))).not.toContain(
    "a-wrong-token",
  );
});
