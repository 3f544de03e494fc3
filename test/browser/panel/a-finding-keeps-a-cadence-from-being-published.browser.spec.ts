import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { settledCount } from "../settled-count.js";
import { PanelBrowser } from "./support/browser.js";
import { HOGAR } from "./support/stub-cadences.js";
import { settled } from "./support/settle.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("a step without a message says what to do and blocks publishing until a message is chosen", async () => {
  const page = await panel.open(`cadences/${HOGAR}`);
  await settled(page);
  await page.getByRole("button", { name: "Add step" }).click();
  await page.getByRole("heading", { name: "Step 8", exact: true }).waitFor();
  const findings = page.getByRole("list", { name: "Findings" });
  await findings.getByText("The step has no message that exists. Choose a message.").waitFor();
  await page.getByText("1 thing to fix first").waitFor();
  expect(await page.getByRole("button", { name: "Publish" }).isDisabled()).toBe(true);
  await page
    .getByRole("button", { name: /107 days after/ })
    .getByText("To fix")
    .waitFor();

  await page.getByLabel("Message", { exact: true }).selectOption("vencido_35d");
  await page.getByText("1 thing to fix first").waitFor({ state: "detached" });
  expect(await page.getByRole("button", { name: "Publish" }).isEnabled()).toBe(true);

  await page.getByRole("button", { name: "Step menu" }).click();
  await page.getByRole("menuitem", { name: "Remove step" }).click();
  await page.getByText("Step removed from the draft").waitFor();
  expect(await settledCount(page.getByRole("slider", { name: /^Step/ }), 7)).toBe(7);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  expect(await settledCount(page.getByRole("slider", { name: /^Step/ }), 8)).toBe(8);
});

test("a day that is no day stays in its field with what is allowed, and is not saved", async () => {
  const page = await panel.open(`cadences/${HOGAR}`);
  await settled(page);
  await page.getByLabel("Days of grace").fill("45");
  await page.getByText("A whole number from 0 to 30.").waitFor();
  expect(panel.api.state.cadences.body.steps[0]?.graceDays).toBe(3);
});
