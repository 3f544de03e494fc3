import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { PanelBrowser } from "./support/browser.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("of two conditions of one kind the one that stays keeps its own values", async () => {
  const page = await panel.open("segments?new", { locale: "en-US" });
  for (const [position, days] of ["10", "60"].entries()) {
    if (position > 0) await page.getByRole("button", { name: "Add condition" }).click();
    const condition = page.getByRole("group", { name: `Condition ${position + 1}` });
    await condition.getByLabel("What").selectOption({ label: "time past due" });
    await condition.getByLabel("At least (days)").fill(days);
  }
  await page.getByRole("button", { name: "Remove condition 1" }).click();
  await page.getByText("Time past due is at least 60 days").waitFor();
  expect(await page.getByLabel("At least (days)").inputValue()).toBe("60");
});
