import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { settledCount } from "../settled-count.js";
import { PanelBrowser } from "./support/browser.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("a denied row says until when, why and by which article, and opens every rule with its certainty", async () => {
  const page = await panel.open("today");
  const row = page.getByRole("row").filter({ hasText: "Marisol Quintero Ávila" });
  await row.waitFor();
  expect(await row.textContent()).toContain("No new collection message until Thu 26 Nov, 07:00. One contact a day");
  expect(await row.textContent()).toContain("Ley 2300 de 2023, art. 3");
  expect(await row.textContent()).toContain("572,800");
  await row.getByRole("button", { name: "Why" }).click();
  const rules = page.getByRole("table", { name: "Rules of this decision" });
  const first = rules.getByRole("row").nth(1);
  expect(await first.textContent()).toContain("Forbids");
  expect(await first.getByRole("img").getAttribute("aria-label")).toBe("Certainty A: the law itself was read");
});

test("a filter lives in the address and asks the server for its rows", async () => {
  const page = await panel.open("today");
  await page.getByRole("link", { name: "Denied 2", exact: true }).click();
  await page.waitForURL(/show=denied/);
  await page.getByRole("row").filter({ hasText: "Jorge Hernández Ruiz" }).waitFor({ state: "detached" });
  expect(panel.api.calls.some(({ path, query }) => path === "/api/today" && query.get("state") === "denied")).toBe(true);
});

test("what a rule keeps back is counted apart, and each count opens its own rows", async () => {
  const page = await panel.open("today");
  const row = page.getByRole("table", { name: "Held back by rule" }).getByRole("row").filter({ hasText: "One contact a day" });
  await row.getByRole("link", { name: "One contact a day, Later: 400. Show these rows" }).click();
  await page.waitForURL(/show=later.*rule=CO-2300/);
  await page.getByText("Kept back by: One contact a day").waitFor();
  const asked = panel.api.calls.findLast(({ path, query }) => path === "/api/today" && query.get("rule") !== null);
  expect([asked?.query.get("state"), asked?.query.get("rule")]).toEqual(["later", "CO-2300/one_contact_a_day"]);
  // Another tab is about every rule again.
  await page.getByRole("link", { name: "Sent 3", exact: true }).click();
  await page.waitForURL((url) => url.search === "?show=sent");
  expect(await settledCount(page.getByText("Kept back by:"), 0)).toBe(0);
});

test("on a day on which nothing may go out it says until when", async () => {
  Object.assign(panel.api.state, { enabled: true, counts: { allowed: 0, later: 3 } });
  const page = await panel.open("today", { locale: "es-CO" });
  await page.getByText("Ahora no puede salir ningún recordatorio. 3 esperan y el primero puede salir el jue").waitFor();
  Object.assign(panel.api.state, { enabled: false, counts: {} });
});

test("a long backlog is counted in full and does not push the rest of the page out of sight", async () => {
  panel.api.state.backlog = 30;
  const page = await panel.open("today");
  const card = page
    .locator("section, article, div.card")
    .filter({ has: page.getByRole("heading", { name: /^Needs a person/ }) })
    .last();
  await card.getByRole("listitem").nth(5).waitFor();
  expect(await settledCount(card.getByRole("link", { name: "Ana Lucía Restrepo", exact: true }), 4)).toBe(4);
  await page.getByRole("navigation", { name: "Pages" }).getByText("32 conversations need a person").waitFor({ state: "attached" });
  await card.getByRole("link", { name: "All 32 in the queue" }).click();
  await page.getByRole("heading", { name: "Cases", level: 1 }).waitFor();
  panel.api.state.backlog = 0;
});

test("when something happens the page reads again by itself", async () => {
  const page = await panel.open("today");
  await page.getByRole("row").filter({ hasText: "Marisol" }).waitFor();
  panel.api.state.empty = true;
  panel.api.announce();
  await page.getByRole("heading", { name: "Nothing is due today" }).waitFor();
  panel.api.state.empty = false;
  expect(await settledCount(page.getByRole("link", { name: "Import a file" }), 1)).toBe(1);
});
