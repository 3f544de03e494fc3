import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { PanelBrowser } from "./support/browser.js";
import { settled } from "./support/settle.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("a cadence moves down with the focus on it, the new place is said, and undo brings the order back", async () => {
  const page = await panel.open("cadences");
  await settled(page);
  const names = () => page.getByRole("rowheader").getByRole("link").allTextContents();
  expect((await names())[0]).toBe("Hogar Colombia");
  await page.getByRole("button", { name: "Move Hogar Colombia down" }).press("Enter");
  await page.getByText("Hogar Colombia is now 2 of 4.").waitFor();
  expect((await names())[1]).toBe("Hogar Colombia");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Move Hogar Colombia down");
  expect(panel.api.calledWith("POST", "/api/cadences/order")?.body).toEqual({ ids: panel.api.state.cadences.order });
  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await page.getByText("The earlier order is back.").waitFor();
  expect((await names())[0]).toBe("Hogar Colombia");
  await page.context().close();
});

test("without any cadence the page says what one is and how to begin", async () => {
  panel.api.state.cadences.empty = true;
  const page = await panel.open("cadences");
  await page.getByText("Without one nothing is sent.").waitFor();
  await page.getByRole("button", { name: "Create the first cadence" }).click();
  const dialog = page.getByRole("dialog", { name: "New cadence" });
  await dialog.getByRole("button", { name: "Create draft" }).click();
  await dialog.getByText("Write a name, such as the portfolio it is for.").waitFor();
  await dialog.getByText("Say whom it is for.").waitFor();
  await dialog.getByLabel("Name").fill("Tarjetas");
  await dialog.getByLabel("For whom").selectOption({ label: "All debtors" });
  await dialog.getByRole("button", { name: "Create draft" }).click();
  await page.waitForURL(/\/cadences\/[0-9a-f-]{36}$/);
  expect(panel.api.calledWith("POST", "/api/cadences")?.body).toEqual({ name: "Tarjetas", segment: null });
});
