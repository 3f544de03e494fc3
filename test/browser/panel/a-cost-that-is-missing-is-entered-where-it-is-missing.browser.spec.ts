import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { PanelBrowser } from "./support/browser.js";
import { settled } from "./support/settle.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("a month without its people has no figure, says what is known, and takes them in place", async () => {
  const page = await panel.open("costs");
  await settled(page);
  const table = page.getByRole("table").first();
  const november = table.getByRole("row", { name: /November/ });
  expect((await november.textContent())?.replaceAll("\u00a0", " ")).toContain("12,300,000 known");
  expect(await november.textContent()).toContain("No data");
  expect(await table.getByRole("row", { name: /^October/ }).textContent()).toContain("4.6%");
  await november.getByRole("button", { name: "Add People, November 2026" }).press("Enter");
  const dialog = page.getByRole("dialog");
  expect(await dialog.getByLabel("Last day").inputValue()).toBe("2026-11-30");
  await dialog.getByLabel("Amount").fill("38,400,000.50");
  await dialog.getByLabel("Amount").press("Enter");
  await page.getByText("The cost is entered").waitFor();
  expect(panel.api.calledWith("POST", "/api/costs")?.body).toEqual({
    kind: "people",
    amount: "38400000.50",
    currency: "COP",
    from: "2026-11-01",
    to: "2026-11-30",
    note: null,
  });
});

test("a cost is taken back with a reason; gross is said to be no earning", async () => {
  const page = await panel.open("costs", { locale: "pt-BR" });
  await settled(page);
  await page.getByText("não é o que ela ganhou", { exact: false }).waitFor();
  await page.getByRole("button", { name: /^Estornar: Pessoas/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("era de outra empresa");
  await dialog.getByRole("button", { name: "Estornar" }).click();
  await page.getByText("O custo foi estornado").waitFor();
  expect(panel.api.calledWith("POST", /^\/api\/costs\/[^/]+\/reverse$/)?.body).toEqual({ reason: "era de outra empresa" });
});
