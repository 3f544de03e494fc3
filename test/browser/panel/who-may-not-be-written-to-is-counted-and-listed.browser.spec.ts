import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { PanelBrowser } from "./support/browser.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("the imports page says how many may not be written to, and leads to them", async () => {
  const page = await panel.open("imports");
  await page.getByRole("link", { name: "312 of 4,598" }).click();
  await page.getByRole("button", { name: "No authorisation on record" }).waitFor();
  expect(panel.api.calls.some(({ path, query }) => path === "/api/debtors" && query.get("consent") === "missing")).toBe(true);
  await page.getByRole("button", { name: "No authorisation on record" }).click();
  await page.getByRole("button", { name: "No authorisation on record" }).waitFor({ state: "detached" });
});
