import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { settledCount } from "../settled-count.js";
import { PanelBrowser } from "./support/browser.js";
import { settled } from "./support/settle.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

const PATH = "/api/metrics/recovery.period/objective";

test("an objective is set beside today's figure with a reason, and Undo takes it back", async () => {
  panel.api.state.objectives.clear();
  const sent = () => panel.api.calls.filter(({ method, path }) => method === "PUT" && path === PATH).length;
  const before = sent();
  const page = await panel.open("definitions/recovery.period", { locale: "es-CO" });
  await settled(page);
  const figure = page.getByRole("article");
  await figure
    .getByRole("button", { name: /^Fijar un objetivo/ })
    .first()
    .press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Desde").fill("1.000");
  await dialog.getByRole("button", { name: "Fijar" }).click();
  await dialog.getByText("Escriba un número como 4,5.").waitFor();
  await dialog.getByText("Diga el motivo en pocas palabras").waitFor();
  expect(sent()).toBe(before);
  await dialog.getByLabel("Desde").fill("42,5");
  await dialog.getByLabel("Motivo").fill("acordado con la junta");
  await dialog.getByLabel("Motivo").press("Enter");
  await figure.getByText(/42,5\s*%/).waitFor();
  expect(panel.api.calledWith("PUT", PATH)?.body).toEqual({
    from: 42.5,
    to: null,
    attention: null,
    of: null,
    reason: "acordado con la junta",
  });
  await page.getByRole("button", { name: "Deshacer" }).click();
  await figure.getByText(/42,5\s*%/).waitFor({ state: "detached" });
  expect(panel.api.calledWith("DELETE", PATH)).toBeDefined();
});

test("who may not set objectives is offered none", async () => {
  panel.api.state.role = "agent";
  const page = await panel.open("definitions/contact.successful");
  await settled(page);
  expect(await settledCount(page.getByRole("button", { name: /^Edit: / }), 0)).toBe(0);
  panel.api.state.role = "administrator";
});
