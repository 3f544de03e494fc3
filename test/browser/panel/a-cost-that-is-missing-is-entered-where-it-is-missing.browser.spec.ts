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

test("a rate is entered with its day and source, and figures in one currency say by which rates they are made", async () => {
  const page = await panel.open("costs");
  await settled(page);
  await page.getByRole("button", { name: "Enter a rate" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("One MXN is so many COP").fill("204,1");
  await dialog.getByLabel("One MXN is so many COP").press("Enter");
  await page.getByText("The rate is entered").waitFor();
  expect(panel.api.calledWith("PUT", "/api/rates")?.body).toEqual({
    currency: "MXN",
    into: "COP",
    day: "2026-11-25",
    rate: "204.1",
    source: "Banco de la República",
  });
  await panel.visit(page, "overview?tab=money");
  const card = page.getByRole("region", { name: "In one currency", exact: true });
  const rows = async (name: RegExp) => (await card.getByRole("row", { name }).textContent())?.replaceAll("\u00a0", " ");
  expect(await rows(/^Outstanding balance/)).toContain("COP 5,794,240,678.93");
  expect(await rows(/^outstanding balance, MXN/)).toContain("MXN 12,480.50COP 2,540,678.93203.57, 24 Nov, Banco de la República");
  expect(await rows(/^Collected/)).toContain("No data");
  await card.getByText("of 20 Oct, is too old for 3 Nov and one more day: no figure is shown.").waitFor();
});
