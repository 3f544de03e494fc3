import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { settledCount } from "../settled-count.js";
import { PanelBrowser } from "./support/browser.js";
import { HOGAR } from "./support/stub-cadences.js";
import { settled } from "./support/settle.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

/** Waits until a save brought the step this far. */
async function saved(page: Page, id: string, offsetDays: number): Promise<void> {
  const kept = () => panel.api.state.cadences.body.steps.find((step) => step.id === id)?.offsetDays;
  for (let left = 100; left > 0 && kept() !== offsetDays; left--) await page.waitForTimeout(50);
  expect(kept()).toBe(offsetDays);
}

test("a step is moved by keyboard, the draft saves itself, undo takes it back, and publishing names what changes", async () => {
  const page = await panel.open(`cadences/${HOGAR}`);
  await settled(page);
  const mark = page.getByRole("slider", { name: "Step 5: Plan de pagos" });
  await mark.focus();
  await mark.press("ArrowRight");
  await mark.press("ArrowRight");
  await page.getByRole("heading", { name: "Step 5", exact: true }).waitFor();
  await page.getByText("37 days after").first().waitFor();
  await page.getByText(/^Saved 15:42/).waitFor();
  await saved(page, "s5", 37);

  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await saved(page, "s5", 35);

  await page.getByLabel("Days", { exact: true }).fill("40");
  await page.getByLabel("Days of grace").fill("2");
  await saved(page, "s5", 40);

  await page.getByRole("button", { name: "Publish" }).click();
  const dialog = page.getByRole("dialog", { name: "Publish Hogar Colombia, version 7?" });
  await dialog.getByText("Plan de pagos: from 32 days after to 40 days after").waitFor();
  await dialog.getByText("Plan de pagos: grace from 5 days to 2 days").waitFor();
  await dialog.getByRole("row", { name: /^Next 30 days/ }).waitFor();
  await dialog.getByLabel("Note for the history, optional").fill("Later plan");
  await dialog.getByRole("button", { name: "Publish version 7" }).click();
  await page.getByText("Hogar Colombia, version 7, is in force").waitFor();
  expect(panel.api.calledWith("POST", `/api/cadences/${HOGAR}/publish`)?.body).toEqual({
    revision: panel.api.state.cadences.revision,
    note: "Later plan",
  });
  await page.context().close();
});

test("when somebody else saved first, nothing is overwritten and the newer draft can be shown", async () => {
  const page = await panel.open(`cadences/${HOGAR}`);
  await settled(page);
  panel.api.state.cadences.revision += 5;
  await page.getByLabel("Name, for your team").fill("Otro nombre");
  await page.getByText("Somebody else changed this draft meanwhile.").waitFor();
  expect(panel.api.state.cadences.body.steps.map(({ name }) => name)).not.toContain("Otro nombre");
  await page.getByRole("button", { name: "Show the newer draft" }).click();
  await page.getByText("Somebody else changed this draft meanwhile.").waitFor({ state: "detached" });
  expect(await page.getByLabel("Name, for your team").inputValue()).toBe("Aviso previo");
  await page.context().close();
});

test("pausing asks for a reason, says who paused, and can be taken back", async () => {
  const page = await panel.open(`cadences/${HOGAR}`);
  await settled(page);
  await page.getByRole("button", { name: "More for this cadence" }).click();
  await page.getByRole("menuitem", { name: "Pause cadence" }).click();
  const dialog = page.getByRole("dialog", { name: "Pause Hogar Colombia?" });
  await dialog.getByRole("button", { name: "Pause" }).click();
  await dialog.getByText("Write at least 3 characters.").waitFor();
  await dialog.getByLabel("Reason, goes into the journal").fill("Wrong interest rate");
  await dialog.getByRole("button", { name: "Pause" }).click();
  await page.getByText("Paused by Laura Medina, 15:42: Wrong interest rate").waitFor();
  await page.getByRole("button", { name: "Resume" }).click();
  await page.getByRole("dialog").getByLabel("Reason, goes into the journal").fill("Corrected");
  await page.getByRole("dialog").getByRole("button", { name: "Resume" }).click();
  await page.getByText("Hogar Colombia runs again").waitFor();
  await page.context().close();
});

test("an agent reads a cadence and changes nothing", async () => {
  panel.api.state.role = "agent";
  const page = await panel.open(`cadences/${HOGAR}`);
  await settled(page);
  expect(await settledCount(page.getByRole("button", { name: "Publish" }), 0)).toBe(0);
  expect(await settledCount(page.getByRole("slider", { name: /^Step/ }), 0)).toBe(0);
  expect(await page.getByLabel("Days of grace").isDisabled()).toBe(true);
  panel.api.state.role = "administrator";
  await page.context().close();
});
