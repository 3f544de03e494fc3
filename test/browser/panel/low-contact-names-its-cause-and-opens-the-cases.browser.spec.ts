import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { PanelBrowser } from "./support/browser.js";
import { settled } from "./support/settle.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("the cause, what was counted of each, and what to do; the cases are one click away", async () => {
  const page = await panel.open("overview?tab=effectiveness");
  await settled(page);
  const card = page.getByRole("region", { name: "What holds contact back" });
  await card.getByText("54.9% of 2,306 attempts were answered. Most answers are missed by numbers that reach nobody.").waitFor();
  await card.getByText("23.5% of 2,306 attempts reached nobody: 412 failed at the number, 131 never arrived.").waitFor();
  await card.getByText("Saturday 08:00: 47.7% of 132 answered, all others 75.0%.").waitFor();
  await card.getByText("nothing missed").waitFor();
  expect(await card.getByRole("link", { name: "Cases" }).getAttribute("href")).toMatch(/figures\/delivery\.failed\/cases\?from=2026-11-01/);
});

test("where nothing was sent nobody can say yet", async () => {
  panel.api.state.empty = true;
  const page = await panel.open("widget/contact", { locale: "es" });
  await settled(page);
  await page.getByText("0 intentos: nadie puede decirlo todavía. Hacen falta 100.").waitFor();
  panel.api.state.empty = false;
});
