import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { settledCount } from "../settled-count.js";
import { PanelBrowser } from "./support/browser.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("stop all asks for a reason, any person of staff may press it, only an administrator resumes", async () => {
  panel.api.state.enabled = true;
  panel.api.state.role = "agent";
  const page = await panel.open("today");
  await page.getByRole("button", { name: "Stop all" }).click();
  const dialog = page.getByRole("dialog", { name: "Stop all sending for everyone?" });
  await dialog.getByRole("button", { name: "Stop all sending" }).click();
  await dialog.getByText("Write at least 3 characters.").waitFor();
  expect(panel.api.state.stopped).toBe(false);

  await dialog.getByLabel("Reason, goes into the journal").fill("Wrong interest rate");
  await dialog.getByRole("button", { name: "Stop all sending" }).click();
  await page.locator("header").getByText("Sending is stopped").waitFor();
  expect(panel.api.calledWith("POST", "/api/account/stop")?.body).toEqual({ reason: "Wrong interest rate" });
  expect(await settledCount(page.getByRole("button", { name: "Resume" }), 0)).toBe(0);

  panel.api.state.role = "administrator";
  await page.reload();
  await page.getByRole("button", { name: "Resume" }).click();
  await page.getByLabel("Reason, goes into the journal").fill("Rate corrected");
  await page.getByRole("button", { name: "Resume sending" }).click();
  await page.locator("header").getByText("Sending is on").waitFor();
  expect(panel.api.state.stopped).toBe(false);
});
