import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { PanelBrowser } from "./support/browser.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("a segment whose other bound is fine is not made, and its author is led to the unread one", async () => {
  const page = await panel.open("segments?new", { locale: "es-CO" });
  await page.getByLabel("Nombre").fill("Atraso medio");
  const condition = page.getByRole("group", { name: "Condición 1" });
  await condition.getByLabel("Qué").selectOption({ label: "mora" });
  await condition.getByLabel("Mínimo (días)").fill("diez");
  await condition.getByLabel("Máximo (días)").fill("30");
  await page.getByText("Mora: de … a 30 días").waitFor();
  await page.getByRole("button", { name: "Crear segmento" }).click();
  await condition.locator(":focus").and(condition.getByLabel("Mínimo (días)")).waitFor();
  expect(panel.api.calledWith("POST", "/api/segments")).toBeUndefined();
});
