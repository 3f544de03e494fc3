import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { PanelBrowser } from "./support/browser.js";
import { settled } from "./support/settle.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("an alert says what is beyond what, opens its cases, and is taken up with a reason", async () => {
  const page = await panel.open("alerts");
  await settled(page);
  await page.getByText("Cost of what was recovered, COP is 12.9%; the alert is above 12%").waitFor();
  await page.getByText("The private note in conversation 8121 could not be written.").waitFor();
  await page.getByText("from 10 cases on. Note in conversation 8121. Set by Laura Medina").waitFor();
  const cases = page.getByRole("link", { name: "Cases: Cost of what was recovered, COP" });
  expect(await cases.getAttribute("href")).toMatch(/figures\/cost\.per-recovered\/cases\?from=2026-10-26&to=2026-11-24&currency=COP$/);
  await page.getByRole("button", { name: "Take up: Cost of what was recovered, COP" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("la tarifa se renegocia");
  await dialog.getByRole("button", { name: "Take up" }).press("Enter");
  await page.getByText("The alert is taken up").waitFor();
  expect(panel.api.calledWith("POST", /^\/api\/alerts\/[^/]+\/acknowledge$/)?.body).toEqual({ reason: "la tarifa se renegocia" });
});

test("a rule is set with both thresholds in the reader's numbers", async () => {
  const page = await panel.open("alerts", { locale: "es" });
  await settled(page);
  await page.getByRole("button", { name: "Editar: Cost of what was recovered" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Alerta más allá de").fill("10,5");
  await dialog.getByLabel("Días seguidos").fill("x");
  await dialog.getByLabel("Motivo").fill("acordado con la junta");
  await dialog.getByRole("button", { name: "Fijar" }).press("Enter");
  await page.getByText("Escriba un número entero desde 1.").waitFor();
  await dialog.getByLabel("Días seguidos").fill("3");
  await dialog.getByRole("button", { name: "Fijar" }).press("Enter");
  await page.getByText("La alerta está fijada").waitFor();
  expect(panel.api.calledWith("PUT", "/api/alerts/rules/cost.per-recovered")?.body).toMatchObject({
    side: "above",
    raise: 10.5,
    clear: 8,
    readings: 3,
    note: 8_121,
    on: true,
    reason: "acordado con la junta",
  });
});
